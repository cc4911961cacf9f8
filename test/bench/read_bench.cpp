// Reading three million entries of a council's mix through the store: one in forty with 20 KB of narrative, one in
// fifteen with parts about each of two siblings; beside SQLite's own time to step over the same columns of the same rows.
//
//   read_bench [ENTRIES]       3,000,000 unless said otherwise; the store is kept in STEADFAST_BENCH_FOLDER (a temporary
//                              folder unless set) and used again if it is there.

#include "figure.hpp"

#include "ledger/ledger.hpp"
#include "ledger/sqlite/connection.hpp"
#include "ledger/verify.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <random>

namespace steadfast::bench {
namespace {

using namespace ledger;

constexpr const char* types[] = {"case_note", "looked_after_episode", "looked_after_review", "referral", "assessment", "visit"};

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

Change one_entry(std::mt19937& random, const std::vector<WorkerId>& workers, const std::vector<SubjectId>& children, BatchId batch) {
    Change change;
    change.item = ItemId::random();
    change.type = types[random() % std::size(types)];
    change.subjects = {children[random() % children.size()]};
    change.happened = When::day(Date::of(2012, 1, 1)->plus_days(static_cast<int>(random() % 5000)));
    change.recorded_by = workers[random() % workers.size()];
    change.batch = batch;
    change.shared.body = fmt::format(R"({{"held_on":"2019-0{}-1{}","place":"{}","seen":true,"reason":"{}","next":{}}})", random() % 9 + 1, random() % 10,
                                     random() % 2 ? "at home" : "at school", random() % 90, random());
    if (random() % 40 == 0) change.shared.narrative = R"({"text":")" + std::string(20'000, 'x') + R"("})";
    else if (random() % 5 < 2) change.shared.narrative = R"({"text":")" + std::string(200 + random() % 600, 'x') + R"("})";
    if (random() % 15 == 0) {
        const SubjectId sibling = children[random() % children.size()];
        if (sibling != change.subjects[0]) {
            change.subjects.push_back(sibling);
            change.parts = {{R"({"mood":"well"})", ""}, {R"({"mood":"tired"})", R"({"wishes":"To swim."})"}};
        }
    }
    return change;
}

void make(const std::string& address, std::size_t entries) {
    const SystemClock clock;
    Ledger ledger(std::move(*open_store(address, Mode::write)), clock);
    std::mt19937 random(2026);
    std::vector<WorkerId> workers(600);
    for (auto& worker : workers) worker = WorkerId::random();
    std::vector<SubjectId> children(50'000);
    for (auto& child : children) child = SubjectId::random();
    const BatchId batch = BatchId::random();
    demand(ledger.start_filling());
    for (std::size_t made = 0; made < entries;) {
        std::vector<Change> group;
        for (; group.size() < 2'000 && made < entries; ++made) group.push_back(one_entry(random, workers, children, batch));
        demand(ledger.save_and_wait(std::move(group)));
    }
    demand(ledger.finish_filling());
}

/// SQLite stepping over the same columns with nothing done with them.
double raw_seconds(const std::string& path) {
    sqlite::Connection connection(path, sqlite::Purpose::read);
    auto row = connection.query("SELECT seq, item, version, kind, type, subjects, happened, recorded_at, recorded_by, batch, body FROM entries ORDER BY seq");
    auto part = connection.query("SELECT id, body FROM subject_parts ORDER BY id");
    const double began = seconds();
    std::size_t sum = 0;
    while (row.step()) {
        for (const int number : {0, 2, 3, 4, 7, 8, 9}) sum += static_cast<std::size_t>(row.number(number));
        for (const int blob : {1, 5, 6, 10}) sum += row.bytes(blob).size();
    }
    while (part.step()) sum += static_cast<std::size_t>(part.number(0)) + part.bytes(1).size();
    const double took = seconds() - began;
    return sum == 1 ? 0 : took;
}

void run(const std::string& path, std::size_t entries) {
    const auto count = static_cast<double>(entries);
    if (!std::filesystem::exists(path)) {
        const double began = seconds();
        make("sqlite:" + path, entries);
        print({.name = "filling an empty record with the mix", .figure = count / (seconds() - began), .unit = "entries/s"});
    }
    static_cast<void>(raw_seconds(path));   // Both read from the machine's memory, not from its disk.
    const double raw = count / raw_seconds(path);
    const auto store = open_store("sqlite:" + path, Mode::read_only);
    demand(store);
    std::size_t seen = 0;
    std::size_t bytes = 0;
    double began = seconds();
    demand((*store)->read(1, entries, [&](const EntryView& view) {
        ++seen;
        bytes += view.body.size() + view.subjects.size();
    }));
    if (seen != entries || bytes == 0) std::exit(1);
    print({.name = "reading entries", .figure = count / (seconds() - began), .unit = "entries/s", .reference = raw,
           .reference_name = "SQLite stepping over the same rows", .target = 400'000});

    began = seconds();
    const auto verified = verify(**store, {});
    demand(verified);
    if (!verified->is_sound()) std::exit(1);
    print({.name = "verifying a record", .figure = count / (seconds() - began), .unit = "entries/s"});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    const std::size_t entries = count > 1 ? std::strtoull(words[1], nullptr, 10) : 3'000'000;
    const char* said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = said ? std::filesystem::path(said) : std::filesystem::temp_directory_path() / ("read_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    bench::run((folder / fmt::format("read-{}.sqlite", entries)).string(), entries);
    if (!said) std::filesystem::remove_all(folder);
    return 0;
}
