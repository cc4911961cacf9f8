// A durable save alone, and fifty waiting at once, each beside the same rows put into the same tables through SQLite
// alone with the same durability; access lines of pages beside nothing; the rate of a live import and of a filling.
//
//   append_bench [SECONDS]     for how long each is measured, 3 unless said otherwise; in STEADFAST_BENCH_FOLDER, or a
//                              temporary folder, which should be on the disk that is meant.

#include "figure.hpp"

#include "ledger/ledger.hpp"
#include "ledger/sqlite/access_tables.hpp"
#include "ledger/sqlite/connection.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <semaphore>

namespace steadfast::bench {
namespace {

using namespace ledger;

const WorkerId somebody = WorkerId::random();
const std::string body = R"({"place":"at home","seen":true,"alone":true,"mood":"well","next":"2026-04-14","who":"mother and sister"})";
const std::string narrative = R"({"account":")" + std::string(600, 'x') + R"("})";

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

Change one_save() {
    Change change;
    change.item = ItemId::random();
    change.type = "visit";
    change.subjects = {SubjectId::random()};
    change.happened = When::day(*Date::of(2026, 3, 31));
    change.recorded_by = somebody;
    change.key = IdempotencyKey::random();
    change.shared = {body, narrative};
    return change;
}

AccessLine line_about(const Change& change, const Clock& clock) { return {clock.now(), somebody, "saved visit", change.subjects, change.item}; }

/// Keeps `at_once` saves waiting for `how_long` seconds; answered saves a second.
double saves_a_second(Ledger& ledger, const Clock& clock, int at_once, double how_long) {
    std::counting_semaphore<> free(at_once);
    std::atomic<std::size_t> answered = 0;
    const double began = seconds();
    while (seconds() - began < how_long) {
        free.acquire();
        Change change = one_save();
        const AccessLine line = line_about(change, clock);
        ledger.save({std::move(change)}, {line}, [&](Result<std::vector<Receipt>> receipts) {
            demand(receipts);
            ++answered;
            free.release();
        });
    }
    for (int i = 0; i < at_once; ++i) free.acquire();
    return static_cast<double>(answered) / (seconds() - began);
}

double pages_a_second(Ledger& ledger, const Clock& clock, int at_once, double how_long) {
    std::counting_semaphore<> free(at_once);
    std::atomic<std::size_t> answered = 0;
    const SubjectId child = SubjectId::random();
    const double began = seconds();
    while (seconds() - began < how_long) {
        free.acquire();
        ledger.write_access({{clock.now(), somebody, "child's page", {child}, {}}}, [&](Result<void> done) {
            demand(done);
            ++answered;
            free.release();
        });
    }
    for (int i = 0; i < at_once; ++i) free.acquire();
    return static_cast<double>(answered) / (seconds() - began);
}

/// The rows that a save makes, in the same tables with the same indexes, a commit for each `at_once` of them: what
/// SQLite itself can do. Nothing is judged, hashed, salted or answered.
double raw_rows_a_second(const std::string& path, int at_once, double how_long) {
    { demand(open_store("sqlite:" + path, Mode::write)); }   // Makes the tables.
    sqlite::Connection connection(path, sqlite::Purpose::write);
    sqlite::AccessTables access(connection);
    connection.run("INSERT INTO types VALUES(1, 'visit'); INSERT INTO workers VALUES(1, randomblob(16))");
    const std::string digest(32, 'd');
    const std::string happened(14, 'h');
    const SystemClock clock;
    std::int64_t seq = 0;
    const double began = seconds();
    while (seconds() - began < how_long) {
        sqlite::Transaction transaction(connection);
        auto add = connection.query("INSERT INTO entries(seq, item, version, kind, type, subjects, happened, recorded_at, recorded_by, batch, body, key,"
                                    " salt, hash, digests, narrative) VALUES($1, $2, 1, 1, 1, $3, $4, $5, 1, NULL, $6, $7, $8, $9, $9, $10)");
        auto add_subject = connection.query("INSERT INTO entry_subjects VALUES($1, $2)");
        std::vector<AccessLine> lines;
        for (int i = 0; i < at_once; ++i) {
            const ItemId item = ItemId::random();
            const SubjectId subject = SubjectId::random();
            const IdBytes key = IdBytes::random();
            const std::span<const std::uint8_t> key_bytes(key.bytes);
            ++seq;
            add.with(seq, item, subject, sqlite::bytes_of(happened), clock.now().microseconds(), std::string_view(body), key_bytes, key_bytes,
                     sqlite::bytes_of(digest), std::string_view(narrative))
                .run();
            add_subject.with(subject, seq).run();
            lines.push_back({clock.now(), somebody, "saved visit", {subject}, item});
        }
        access.insert(lines);
        transaction.commit();
    }
    return static_cast<double>(seq) / (seconds() - began);
}

double entries_a_second(Ledger& ledger, std::size_t entries, std::size_t at_once, BatchId batch) {
    const double began = seconds();
    for (std::size_t made = 0; made < entries; made += at_once) {
        std::vector<Change> group;
        for (std::size_t i = 0; i < at_once; ++i) {
            group.push_back(one_save());
            group.back().key = {};
            group.back().batch = batch;
            group.back().shared.narrative.clear();
        }
        demand(ledger.save_and_wait(std::move(group)));
    }
    return static_cast<double>(entries) / (seconds() - began);
}

void run(const std::filesystem::path& folder, double how_long) {
    const SystemClock clock;
    for (const int at_once : {1, 50}) {
        const double raw = raw_rows_a_second((folder / fmt::format("raw-{}", at_once)).string(), at_once, how_long);
        Ledger ledger(std::move(*open_store("sqlite:" + (folder / fmt::format("saves-{}", at_once)).string(), Mode::write)), clock);
        const double saves = saves_a_second(ledger, clock, at_once, how_long);
        print({.name = at_once == 1 ? "a durable save alone" : "saves, fifty waiting at once", .figure = saves, .unit = "saves/s", .reference = raw,
               .reference_name = "the same rows through SQLite alone", .target = raw / 2});
    }
    Ledger ledger(std::move(*open_store("sqlite:" + (folder / "filled").string(), Mode::write)), clock);
    print({.name = "access lines, sixty-four pages waiting", .figure = pages_a_second(ledger, clock, 64, how_long), .unit = "pages/s", .target = 3000});
    demand(ledger.start_filling());
    const double began = seconds();
    static_cast<void>(entries_a_second(ledger, 300'000, 2'000, BatchId::random()));
    demand(ledger.finish_filling());
    print({.name = "filling an empty record", .figure = 300'000 / (seconds() - began), .unit = "entries/s"});
    print({.name = "importing into a live record", .figure = entries_a_second(ledger, 100'000, 2'000, BatchId::random()), .unit = "entries/s", .target = 25'000});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    const char* said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = (said ? std::filesystem::path(said) : std::filesystem::temp_directory_path()) / ("append_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    bench::run(folder, count > 1 ? std::strtod(words[1], nullptr) : 3);
    std::filesystem::remove_all(folder);
    return 0;
}
