// On PostgreSQL: a durable save alone, and fifty waiting at once, each beside pgbench putting the same rows into the same tables
// with the same durability; then the rate of a live import, of a filling, and of a scan for the Book.
//
//   postgresql_append_bench [SECONDS]     for how long each is measured, 4 unless said otherwise. Wants
//                                         STEADFAST_TEST_POSTGRESQL and STEADFAST_POSTGRESQL_BIN; script/bench sets both.

#include "figure.hpp"

#include "ledger/ledger.hpp"
#include "ledger/postgresql/scratch_schema.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <semaphore>

namespace steadfast::bench {
namespace {

using namespace ledger;

const WorkerId somebody = WorkerId::random();
const std::string body = R"({"place":"at home","seen":true,"alone":true,"mood":"well","next":"2026-04-14","who":"mother and sister"})";
const std::string narrative = R"({"account":")" + std::string(600, 'x') + R"("})";

template <class T>
T demand(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().whole());
        std::exit(2);
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr) {
        fmt::print(stderr, "{} is not set; script/bench sets it.\n", name);
        std::exit(2);
    }
    return value;
}

Change one_save(bool with_key) {
    Change change;
    change.item = ItemId::random();
    change.type = "visit";
    change.subjects = {SubjectId::random()};
    change.happened = When::day(*Date::of(2026, 3, 31));
    change.recorded_by = somebody;
    if (with_key) change.key = IdempotencyKey::random();
    change.shared = {body, narrative};
    return change;
}

/// Keeps `at_once` saves waiting; answered saves a second.
double saves_a_second(Ledger& ledger, const Clock& clock, int at_once, double how_long) {
    std::counting_semaphore<> free(at_once);
    std::atomic<std::size_t> answered = 0;
    const double began = seconds();
    while (seconds() - began < how_long) {
        free.acquire();
        Change change = one_save(true);
        const AccessLine line{clock.now(), somebody, "saved visit", change.subjects, change.item};
        ledger.save({std::move(change)}, {line}, [&](Result<std::vector<Receipt>> receipts) {
            demand(std::move(receipts));
            ++answered;
            free.release();
        });
    }
    for (int i = 0; i < at_once; ++i) free.acquire();
    return static_cast<double>(answered) / (seconds() - began);
}

/// Entries a second through groups as an import sends them.
double imported_a_second(Ledger& ledger, BatchId batch, std::size_t groups) {
    constexpr std::size_t entries_a_group = 2000;
    const double began = seconds();
    for (std::size_t i = 0; i < groups; ++i) {
        std::vector<Change> changes;
        for (std::size_t j = 0; j < entries_a_group; ++j) {
            changes.push_back(one_save(false));
            changes.back().batch = batch;
        }
        demand(ledger.save_and_wait(std::move(changes)));
    }
    return static_cast<double>(groups * entries_a_group) / (seconds() - began);
}

/// pgbench takes what follows a colon for a variable of its own.
std::string without_colons(std::string text) {
    std::ranges::replace(text, ':', '=');
    return text;
}

/// Transactions a second of pgbench with so many clients, each transaction putting in what one save puts in.
double pgbench_a_second(const std::string& address, int clients, double how_long) {
    const auto script = std::filesystem::temp_directory_path() / fmt::format("steadfast-pgbench-{}", IdBytes::random().text());
    std::ofstream(script) << fmt::format(
        "BEGIN;\n"
        "WITH entry AS (INSERT INTO entries VALUES (nextval('raw_seq'), now(), gen_random_uuid(), '{0}', gen_random_uuid(), NULL, 1, 1::smallint, 'visit',"
        " '\\x{1}', '\\x{2}', '\\x{3}', '\\x{3}', '\\x{1}', '{4}', '{5}') RETURNING seq)"
        " INSERT INTO entry_subjects SELECT gen_random_uuid(), seq FROM entry;\n"
        "INSERT INTO access_log (at, who, item, what, children) VALUES (now(), '{0}', gen_random_uuid(), 'saved visit', ARRAY[gen_random_uuid()]);\n"
        "COMMIT;\n",
        somebody.text(), std::string(32, 'a'), std::string(28, '0'), std::string(64, 'b'), without_colons(body), without_colons(narrative));
    setenv("STEADFAST_PGBENCH_ADDRESS", address.c_str(), 1);
    const std::string command =
        fmt::format("{}/pgbench --no-vacuum --protocol=prepared --client={} --jobs={} --time={} --file={} \"$STEADFAST_PGBENCH_ADDRESS\" 2>/dev/null",
                    from_environment("STEADFAST_POSTGRESQL_BIN"), clients, std::min(clients, 2), std::max(2, static_cast<int>(how_long)), script.string());
    FILE* const output = popen(command.c_str(), "r");
    double rate = 0;
    std::array<char, 512> line{};
    while (output != nullptr && std::fgets(line.data(), static_cast<int>(line.size()), output) != nullptr) {
        if (std::string_view(line.data()).starts_with("tps = ")) rate = std::atof(line.data() + 6);
    }
    if (output == nullptr || pclose(output) != 0 || rate <= 0) {
        fmt::print(stderr, "pgbench did not say how fast it was.\n");
        std::exit(2);
    }
    std::filesystem::remove(script);
    return rate;
}

void measure_saves(const std::string& database, double how_long) {
    const SystemClock clock;
    const postgresql::ScratchSchema ours(database);
    const postgresql::ScratchSchema raw(database);
    // The same tables and the same month of the access log.
    {
        const auto store = demand(open_store(raw.address(), Mode::write));
        const std::vector<AccessLine> line{{clock.now(), somebody, "opened", {}, {}}};
        demand(store->append_access(line));
    }
    raw.run("CREATE SEQUENCE raw_seq");
    Ledger ledger(demand(open_store(ours.address(), Mode::write)), clock);

    for (const int at_once : {1, 50}) {
        saves_a_second(ledger, clock, at_once, 0.5);   // Warm.
        const double saves = saves_a_second(ledger, clock, at_once, how_long);
        const double reference = pgbench_a_second(raw.address(), at_once, how_long);
        print({.name = at_once == 1 ? "PostgreSQL: a durable save alone" : "PostgreSQL: 50 durable saves waiting at once",
               .figure = saves,
               .unit = "saves/s",
               .reference = reference,
               .reference_name = at_once == 1 ? "pgbench, 1 client, same rows" : "pgbench, 50 clients, same rows",
               .target = reference / 2});
    }
    print({.name = "PostgreSQL: a live import", .figure = imported_a_second(ledger, BatchId::random(), 20), .unit = "entries/s", .target = 25'000});
}

void measure_filling(const std::string& database) {
    const SystemClock clock;
    const postgresql::ScratchSchema schema(database);
    Ledger ledger(demand(open_store(schema.address(), Mode::write)), clock);
    const double began = seconds();
    demand(ledger.start_filling());
    constexpr std::size_t groups = 150;
    imported_a_second(ledger, BatchId::random(), groups);
    demand(ledger.finish_filling());
    print({.name = "PostgreSQL: filling an empty record", .figure = groups * 2000 / (seconds() - began), .unit = "entries/s"});

    std::size_t seen = 0;
    const double began_reading = seconds();
    demand(ledger.store().read(1, UINT64_MAX, [&](const EntryView& view) { seen += view.body.empty() ? 0 : 1; }));
    print({.name = "PostgreSQL: reading the record for the book", .figure = static_cast<double>(seen) / (seconds() - began_reading), .unit = "entries/s", .target = 400'000});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** arguments) {
    using namespace steadfast::bench;
    const double how_long = count > 1 ? std::atof(arguments[1]) : 4;
    const std::string database = from_environment("STEADFAST_TEST_POSTGRESQL");
    measure_saves(database, how_long);
    measure_filling(database);
    return 0;
}
