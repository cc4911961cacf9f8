// A large invented council (steadfast demo --council county): how fast it is made, by the wall's clock and by the processor's, stage by
// stage, and how soon and in how much memory its record opens.
//
//   county_bench [SIZE] [STORE]   small, medium, large or county (unless said otherwise). Made in STEADFAST_BENCH_FOLDER, or a temporary
//                                 folder, and kept there for the pages' bench; or in STORE, an empty postgresql://...

#include "figure.hpp"

#include "demo/council.hpp"
#include "practice/slices.hpp"
#include "record/items.hpp"
#include "record/record.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

namespace steadfast::bench {
namespace {

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

/// What this process has used of all processors together.
double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto in_seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return in_seconds(used.ru_utime) + in_seconds(used.ru_stime);
}

double megabytes_at_most() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

/// Says on standard error how long each stage took.
class Stages {
public:
    void at(std::string_view stage) {
        if (stage == stage_) return;
        if (!stage_.empty())
            fmt::print(stderr, "{}: {:.1f} s, {:.1f} s of the processors\n", stage_, seconds() - began_, processor_seconds() - used_);
        stage_ = stage;
        began_ = seconds();
        used_ = processor_seconds();
    }

private:
    std::string stage_;
    double began_ = 0;
    double used_ = 0;
};

void make(const demo::Order& order, const std::string& address) {
    const auto store = ledger::open_store(address, ledger::Mode::write);
    demand(store);
    const demo::Workplace place(order);
    Stages stages;
    const double began = seconds();
    const double used = processor_seconds();
    const auto made = demo::make_council(place, **store, [&](std::string_view what, std::size_t, std::size_t) { stages.at(what); });
    demand(made);
    stages.at("end");
    const auto entries = static_cast<double>(made->entries);
    print({.name = fmt::format("making the council {}: {} people, {} entries", order.scale().name, made->people, made->entries),
           .figure = entries / (seconds() - began), .unit = "entries/s", .target = 100'000});
    print({.name = "the same by the processors' time", .figure = entries / (processor_seconds() - used), .unit = "entries/s"});
    print({.name = "memory while it is made, at most", .figure = megabytes_at_most(), .unit = "MB", .less_is_better = true});
}

void open(const std::string& address) {
    record::Catalogue catalogue;
    record::add_items(catalogue);
    practice::add_items(catalogue);
    const SystemClock clock;
    const auto held_before = mallinfo2();
    const double began = seconds();
    const auto record = record::Record::open(address, catalogue, clock);
    demand(record);
    print({.name = "opening it", .figure = seconds() - began, .unit = "s", .target = 60, .less_is_better = true});
    const auto held = mallinfo2();
    print({.name = "memory that it holds", .figure = static_cast<double>(held.uordblks + held.hblkhd - held_before.uordblks - held_before.hblkhd) / 1048576,
           .unit = "MB", .target = 8192, .less_is_better = true});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    using namespace steadfast::bench;
    const auto size = demo::size_called(count > 1 ? words[1] : "county");
    if (!size) return 2;
    const demo::Order order{1, *Date::of(2026, 3, 31), *size};
    const char* said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = said ? std::filesystem::path(said) : std::filesystem::temp_directory_path() / ("county_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    const auto path = folder / fmt::format("council-{}.sqlite", order.scale().name);
    const std::string address = count > 2 ? words[2] : "sqlite:" + path.string();
    if (count <= 2)
        for (const char* const beside : {"", "-wal", "-shm", "-access", "-lock"}) std::filesystem::remove(path.string() + beside);
    make(order, address);
    open(address);
    if (!said) std::filesystem::remove_all(folder);
    return 0;
}
