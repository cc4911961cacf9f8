// Opening a large council's record: three million entries of the mix that a council has, some with 20 KB of narrative,
// replayed into the Book on one core, beside SQLite's own time to read the same columns of the same rows.
//
//   open_bench [ENTRIES]       3,000,000 unless said otherwise; the store is kept in STEADFAST_BENCH_FOLDER (a temporary
//                              folder unless set) and used again if it is there.
//
// Then the record as it was known at an instant: one child's, and the whole council's.

#include "figure.hpp"

#include "ledger/ledger.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/case_notes/case_note.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/referral/referral.hpp"
#include "practice/slices.hpp"
#include "record/people/person.hpp"
#include "record/record.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <malloc.h>
#include <random>
#include <sqlite3.h>

namespace steadfast::bench {
namespace {

using namespace ledger;
using record::change_of;

constexpr std::size_t entries_a_child = 60;
const WorkerId somebody = WorkerId::random();

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

/// What a child's record is made of, as a council's is: of a hundred entries thirty-six are notes, and one note in forty is
/// as long as an assessment's text; ten are later versions of what was recorded before.
class Childhood {
public:
    Childhood(std::mt19937& random, const std::string& long_text) : random_(random), long_text_(long_text) {}

    Change begin(std::size_t number) {
        child_ = ItemId::random();
        episodes_.clear();
        record::Person person;
        person.given_name = "Amira";
        person.family_name = "Reed";
        person.born = day();
        person.authority_id = std::to_string(100'000 + number);
        return change_of(person, child_, 0, {record::subject_of(child_)}, somebody);
    }

    Change next() {
        const unsigned kind = random_() % 100;
        if (kind < 36) return note();
        if (kind < 60) return episode();
        if (kind < 75) return review();
        if (kind < 83) return referral();
        if (kind < 90) return assessment();
        return episodes_.empty() ? note() : later_version();
    }

private:
    Date day() { return Date::of(2012, 1, 1)->plus_days(static_cast<int>(random_() % 5000)); }
    template <class T>
    Change fresh(const T& item, ItemId id = ItemId::random()) {
        return change_of(item, id, 0, {record::subject_of(child_)}, somebody);
    }

    Change note() {
        practice::CaseNote note;
        note.happened = When::day(day());
        note.words.text = long_text_.substr(0, random_() % 40 == 0 ? 20'000 : 200 + random_() % 600);
        return fresh(note);
    }
    Change episode() {
        practice::LookedAfterEpisode episode;
        episode.began = day();
        episode.why_it_began = {"P"};
        episode.legal_status = {"C2"};
        episode.need = {"N1"};
        episode.placement = {"U6"};
        episode.provider = {"PR1"};
        episode.home_postcode = "ZZ19 7TT";
        episode.placement_postcode = "ZZ27 9FW";
        episode.ofsted_number = "4244474";
        episodes_.emplace_back(ItemId::random(), episode);
        return fresh(episode, episodes_.back().first);
    }
    Change later_version() {
        auto [id, episode] = episodes_.back();
        episodes_.pop_back();
        episode.ended = episode.began->plus_days(static_cast<int>(random_() % 300));
        episode.why_it_ended = {"X1"};
        return change_of(episode, id, 1, {record::subject_of(child_)}, somebody);
    }
    Change review() {
        practice::LookedAfterReview review;
        review.held_on = day();
        review.childs_part = {"PN1"};
        return fresh(review);
    }
    Change referral() {
        practice::Referral referral;
        referral.received_on = day();
        referral.decided_on = referral.received_on->plus_days(1);
        referral.who_referred = {"6"};
        referral.primary_need = {"N1"};
        referral.no_further_action = false;
        return fresh(referral);
    }
    Change assessment() {
        practice::ChildAndFamilyAssessment assessment;
        assessment.began = day();
        assessment.authorised_on = assessment.began->plus_days(40);
        return fresh(assessment);
    }

    std::mt19937& random_;
    const std::string& long_text_;
    ItemId child_;
    std::vector<std::pair<ItemId, practice::LookedAfterEpisode>> episodes_;
};

void make(const std::string& address, std::size_t entries) {
    auto store = open_store(address, Mode::write);
    demand(store);
    SystemClock clock;
    Ledger ledger(std::move(*store), clock);
    demand(ledger.start_filling());
    std::mt19937 random(2026);
    std::string long_text;
    while (long_text.size() < 20'000) long_text += "She said that she had slept well and wanted to show us her room. ";
    Childhood childhood(random, long_text);
    for (std::size_t made = 0; made < entries;) {
        std::vector<Change> group;
        for (; group.size() < 600 && made < entries; ++made) group.push_back(made % entries_a_child == 0 ? childhood.begin(made) : childhood.next());
        demand(ledger.save_and_wait(std::move(group)));
    }
    demand(ledger.finish_filling());
}

/// SQLite stepping over the same rows and touching the same columns, with nothing done with them.
double raw_read_seconds(const std::string& path) {
    sqlite3* connection = nullptr;
    sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(connection, "SELECT seq, item, version, kind, type, subjects, recorded_at, recorded_by, batch, body FROM entries ORDER BY seq", -1,
                       &rows, nullptr);
    const double began = seconds();
    std::size_t bytes = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        bytes += static_cast<std::size_t>(sqlite3_column_int64(rows, 0));
        for (const int blob : {1, 5}) bytes += static_cast<const unsigned char*>(sqlite3_column_blob(rows, blob))[0];
        for (const int number : {2, 3, 4, 6, 7, 8}) bytes += static_cast<std::size_t>(sqlite3_column_int64(rows, number));
        const auto* text = sqlite3_column_text(rows, 9);
        bytes += text ? text[0] : 0;
    }
    const double took = seconds() - began;
    sqlite3_finalize(rows);
    sqlite3_close(connection);
    return bytes == 1 ? 0 : took;
}

/// The record as it was known when it was last written to, which is the longest way back.
void look_back(const std::string& address, const record::Catalogue& catalogue) {
    const SystemClock clock;
    const auto record = record::Record::open(address, catalogue, clock);
    demand(record);
    std::vector<SubjectId> children;
    const auto book = (*record)->book();
    book->each_of(record::type_of<record::Person>(), [&](const record::Found& found) {
        if (children.size() < 200) children.push_back(record::subject_of(book->item_id(found)));
    });
    const double began = seconds();
    for (const SubjectId& child : children) demand((*record)->as_known_on(clock.now(), child));
    const double one = (seconds() - began) / static_cast<double>(children.size());
    print({.name = "one child's record as known at an instant", .figure = one * 1000, .unit = "ms", .target = 10, .less_is_better = true});
    const double again = seconds();
    demand((*record)->as_known_on(clock.now()));
    print({.name = "the whole record as known at an instant", .figure = seconds() - again, .unit = "s", .target = 10, .less_is_better = true});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    using namespace steadfast::bench;
    const std::size_t entries = count > 1 ? std::strtoull(words[1], nullptr, 10) : 3'000'000;
    const char* folder_said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = folder_said ? std::filesystem::path(folder_said)
                                    : std::filesystem::temp_directory_path() / ("open_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    const std::string path = (folder / fmt::format("childhoods-{}.sqlite", entries)).string();
    if (!std::filesystem::exists(path)) {
        const double began = seconds();
        make("sqlite:" + path, entries);
        print({.name = "filling an empty store", .figure = static_cast<double>(entries) / (seconds() - began), .unit = "entries/s"});
    }

    record::Catalogue catalogue;
    catalogue.add(record::type_of<record::Person>());
    practice::add_items(catalogue);
    (void)raw_read_seconds(path);   // Both read from the machine's memory, not from its disk.
    const double raw = static_cast<double>(entries) / raw_read_seconds(path);
    auto store = ledger::open_store("sqlite:" + path, ledger::Mode::read_only);
    demand(store);
    const auto held_before = mallinfo2();
    const double began = seconds();
    record::Bookkeeper bookkeeper(catalogue);
    demand(bookkeeper.open(**store, std::numeric_limits<ledger::Sequence>::max()));
    const double rate = static_cast<double>(entries) / (seconds() - began);
    const auto held = mallinfo2();
    const double bytes = static_cast<double>(held.uordblks + held.hblkhd - held_before.uordblks - held_before.hblkhd) / static_cast<double>(entries);

    print({.name = "opening the record", .figure = rate, .unit = "entries/s", .reference = raw, .reference_name = "SQLite reading the rows", .target = 400'000});
    print({.name = "memory an item held", .figure = bytes, .unit = "bytes", .target = 200, .less_is_better = true});
    look_back("sqlite:" + path, catalogue);
    if (!folder_said) std::filesystem::remove_all(folder);
    return 0;
}
