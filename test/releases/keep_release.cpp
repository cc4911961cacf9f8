#include "app/catalogue.hpp"
#include "described.hpp"
#include "every_item.hpp"
#include "kept_entries.hpp"
#include "ledger/ledger.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace steadfast::releases {
namespace {

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Kept {
    std::string entries;
    std::string expected;
};

/// What was kept, and after it what it lacks of the present program's items.
Result<Kept> kept_and_more(const std::string& address, const Kept& before) {
    StandingClock clock(Instant::parse_iso("2026-11-22T09:00:00Z").value());
    if (!before.entries.empty()) {
        auto store = ledger::open_store(address, ledger::Mode::write);
        if (!store) return refuse(store.error());
        if (auto put = put_lines(before.entries, **store); !put) return refuse(put.error());
        const auto last = (*store)->entry((*store)->head()->seq);
        if (!last) return refuse(last.error());
        clock.put((*last)->recorded_at);
    }
    auto record = record::Record::open(address, app::whole_catalogue(), clock);
    if (!record) return refuse(record.error());
    if (auto done = record_what_is_missing(**record, clock); !done) return refuse(done.error());
    auto entries = lines_of((*record)->ledger().store());
    if (!entries) return refuse(entries.error());
    auto expected = described(**record);
    if (!expected) return refuse(expected.error());
    if (!entries->starts_with(before.entries) || !expected->starts_with(before.expected))
        return refuse(Refusal::Kind::invalid, "What was kept earlier is read differently now.",
                      "Run releases_test to see where. If it is meant, change expected.txt by hand and say why in the commit.");
    return Kept{std::move(*entries), std::move(*expected)};
}

int keep(const std::filesystem::path& folder) {
    const auto scratch = std::filesystem::temp_directory_path() / fmt::format("keep_release_{}", ::getpid());
    std::filesystem::create_directories(scratch);
    const Kept before{read_whole(folder / "entries.jsonl"), read_whole(folder / "expected.txt")};
    const auto kept = kept_and_more("sqlite:" + (scratch / "record.sqlite").string(), before);
    std::filesystem::remove_all(scratch);
    if (!kept) {
        fmt::print(stderr, "{}\n", kept.error().whole());
        return 2;
    }
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "entries.jsonl", std::ios::binary) << kept->entries;
    std::ofstream(folder / "expected.txt", std::ios::binary) << kept->expected;
    fmt::print("{}: {} bytes of entries, {} of them new.\n", folder.string(), kept->entries.size(), kept->entries.size() - before.entries.size());
    return 0;
}

}  // namespace
}  // namespace steadfast::releases

int main(int count, char** words) {
    if (count != 2) {
        fmt::print(stderr, "keep_release FOLDER\n");
        return 2;
    }
    return steadfast::releases::keep(words[1]);
}
