// Opening a large council's record: three million entries of the mix that a council has, some with 20 KB of narrative,
// replayed into the Book on one core, beside SQLite's own time to read the same columns of the same rows.
//
//   open_bench [ENTRIES]       3,000,000 unless said otherwise; the store is kept in STEADFAST_BENCH_FOLDER (a temporary
//                              folder unless set) and used again if it is there.

#include "figure.hpp"

#include "ledger/ledger.hpp"
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

/// One entry of the mix: two in five are notes, and one note in forty is a long assessment's text.
Change one_entry(std::mt19937& random, SubjectId child, const std::string& long_text) {
    const Date day = Date::of(2012, 1, 1)->plus_days(static_cast<int>(random() % 5000));
    const auto item = ItemId::random();
    const unsigned kind = random() % 100;
    if (kind < 40) {
        practice::CaseNote note;
        note.happened = When::day(day);
        note.words.text = long_text.substr(0, random() % 40 == 0 ? 20'000 : 200 + random() % 600);
        return change_of(note, item, 0, {child}, somebody);
    }
    if (kind < 70) {
        practice::LookedAfterEpisode episode;
        episode.began = day;
        episode.ended = day.plus_days(static_cast<int>(random() % 300));
        episode.why_it_began = {"P"};
        episode.legal_status = {"C2"};
        episode.need = {"N1"};
        episode.placement = {"U6"};
        episode.provider = {"PR1"};
        episode.why_it_ended = {"X1"};
        episode.home_postcode = "ZZ19 7TT";
        episode.placement_postcode = "ZZ27 9FW";
        episode.ofsted_number = "4244474";
        return change_of(episode, item, 0, {child}, somebody);
    }
    if (kind < 90) {
        practice::LookedAfterReview review;
        review.held_on = day;
        return change_of(review, item, 0, {child}, somebody);
    }
    practice::Referral referral;
    return change_of(referral, item, 0, {child}, somebody);
}

void make(const std::string& address, std::size_t entries) {
    auto store = open_store(address, Mode::write);
    demand(store);
    SystemClock clock;
    Ledger ledger(std::move(*store), clock);
    demand(ledger.start_filling());
    std::mt19937 random(2026);
    std::string long_text;
    while (long_text.size() < 20'000) long_text += "She said that she had slept well and wanted to show us her room. ";
    for (std::size_t made = 0; made < entries;) {
        std::vector<Change> group;
        while (group.size() < 600 && made < entries) {
            record::Person person;
            person.given_name = "Amira";
            person.family_name = "Reed";
            person.born = Date::of(2012, 1, 1)->plus_days(static_cast<int>(random() % 5000));
            person.authority_id = std::to_string(100000 + made);
            const auto child = ItemId::random();
            group.push_back(change_of(person, child, 0, {record::subject_of(child)}, somebody));
            ++made;
            for (std::size_t i = 1; i < entries_a_child && made < entries; ++i, ++made)
                group.push_back(one_entry(random, record::subject_of(child), long_text));
        }
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
    const std::string path = (folder / fmt::format("open-{}.sqlite", entries)).string();
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
    if (!folder_said) std::filesystem::remove_all(folder);
    return 0;
}
