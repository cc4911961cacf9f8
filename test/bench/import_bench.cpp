#include "figure.hpp"
#include "made_returns.hpp"
#include "practice/slices.hpp"
#include "record/items.hpp"
#include "record/people/person.hpp"
#include "returns/import_return.hpp"
#include "returns/items.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>
#include <thread>

// Returns of 100,000 children into an empty record, the same again, and as many others into a record in use while
// somebody saves beside it.
namespace steadfast {
namespace {

using returns::ImportOrder;
using returns::Imported;

/// Seconds of processor that this program has taken, both threads together.
double processor_seconds() {
    rusage used;
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

[[noreturn]] void stop(const Refusal& refusal) {
    std::fprintf(stderr, "%s\n", refusal.whole().c_str());
    std::exit(1);
}

Imported bring_in(record::Record& record, int year, std::vector<returns::SourceFile> files, ledger::WorkerId by) {
    ImportOrder order;
    order.files = std::move(files);
    order.year = year;
    std::string last;
    double since = bench::seconds();
    order.progress = [&](std::string_view phase, std::size_t, std::size_t) {
        if (phase == last) return;
        std::fprintf(stderr, "  %6.1f s, %6.1f s of processor  %s\n", bench::seconds() - since, processor_seconds(), std::string(phase).c_str());
        last = phase;
    };
    auto imported = returns::import_return(record, std::move(order), by, returns::RunAs::import);
    if (!imported) stop(imported.error());
    return std::move(*imported);
}

/// Saves one invented person after another, as people at their pages would, and takes the time of each.
class Saver {
public:
    Saver(record::Record& record, ledger::WorkerId by) : thread_([this, &record, by] {
        while (!ending_) {
            record::Person person;
            person.given_name = "Beside";
            const auto item = ledger::ItemId::random();
            auto change = record::change_of(person, item, 0, {record::subject_of(item)}, by);
            change.key = ledger::IdempotencyKey::random();
            const double began = bench::seconds();
            if (!record.ledger().save_and_wait({std::move(change)})) std::exit(1);
            took_.push_back((bench::seconds() - began) * 1000);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }) {}
    std::vector<double> end() {
        ending_ = true;
        thread_.join();
        std::sort(took_.begin(), took_.end());
        return took_;
    }

private:
    std::vector<double> took_;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

void measure(const std::string& folder) {
    const std::string path = folder + "/import.sqlite";
    for (const char* end : {"", "-wal", "-shm", ".access", ".access-wal", ".access-shm", ".lock"}) std::filesystem::remove(path + end);

    record::Catalogue catalogue;
    record::add_items(catalogue);
    practice::add_items(catalogue);
    returns::add_items(catalogue);
    const SystemClock clock;
    auto record = record::Record::open("sqlite:" + path, catalogue, clock);
    if (!record) stop(record.error());
    const auto by = ledger::WorkerId::random();

    auto files = bench::MadeReturns(100'000, 1'000'000).files();
    auto again = files;
    double began = bench::seconds();
    const Imported first = bring_in(**record, 2024, std::move(files), by);
    std::size_t rows = 0;
    for (const auto& counts : first.plan.counts) rows += counts.read;
    bench::print({.name = "returns of 100,000 children into an empty record", .figure = bench::seconds() - began, .unit = "s", .target = 60, .less_is_better = true});
    std::fprintf(stderr, "%zu rows, %zu entries\n", rows, first.appended->entries);

    began = bench::seconds();
    const Imported second = bring_in(**record, 2024, std::move(again), by);
    if (!second.plan.adds_nothing) std::exit(1);
    bench::print({.name = "the same again, which adds nothing", .figure = bench::seconds() - began, .unit = "s", .target = 60, .less_is_better = true});

    auto others = bench::MadeReturns(100'000, 3'000'000).files();
    Saver saver(**record, by);
    began = bench::seconds();
    const Imported live = bring_in(**record, 2025, std::move(others), by);
    const double took = bench::seconds() - began;
    const auto saves = saver.end();
    bench::print({.name = "returns into a record in use, saves going on beside", .figure = static_cast<double>(live.appended->entries) / took, .unit = "entries/s", .target = 25'000});
    bench::print({.name = "a save beside the import, p99", .figure = saves[saves.size() * 99 / 100], .unit = "ms", .less_is_better = true});
    std::fprintf(stderr, "%.1f s, %.1f s of processor in all; %zu saves, median %.1f ms\n", took, processor_seconds(), saves.size(), saves[saves.size() / 2]);
}

}  // namespace
}  // namespace steadfast

int main() {
    const char* folder = std::getenv("STEADFAST_BENCH_FOLDER");
    steadfast::measure(folder != nullptr ? folder : "/tmp");
}
