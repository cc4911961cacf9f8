// What any release recorded, all that follow can read. The newest release's entries hold every item and field that there is.
#include "app/catalogue.hpp"
#include "described.hpp"
#include "every_item.hpp"
#include "kept_entries.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace steadfast::releases {
namespace {

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path << " is not there";
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> releases() {
    std::vector<std::filesystem::path> folders;
    for (const auto& folder : std::filesystem::directory_iterator(std::filesystem::path(STEADFAST_FIXTURES) / "releases")) folders.push_back(folder.path());
    std::sort(folders.begin(), folders.end(), [](const auto& a, const auto& b) { return std::stoi(a.filename()) < std::stoi(b.filename()); });
    return folders;
}

/// One release's entries in a store of their own.
struct KeptRecord {
    explicit KeptRecord(const std::filesystem::path& release) {
        std::filesystem::create_directories(folder);
        auto store = ledger::open_store(address, ledger::Mode::write).value();
        const auto put = put_lines(read_whole(release / "entries.jsonl"), *store);
        EXPECT_TRUE(put) << put.error().whole();
    }
    ~KeptRecord() { std::filesystem::remove_all(folder); }
    std::unique_ptr<record::Record> open() const { return record::Record::open(address, app::whole_catalogue(), clock).value(); }

    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("releases_test_" + IdBytes::random().text());
    std::string address = "sqlite:" + (folder / "record.sqlite").string();
    StandingClock clock{Instant::parse_iso("2060-01-01T00:00:00Z").value()};
};

void expect_same_lines(const std::string& now, const std::string& expected, const std::filesystem::path& release) {
    std::istringstream now_lines(now);
    std::istringstream expected_lines(expected);
    std::string item;
    std::string is;
    std::string was;
    while (std::getline(expected_lines, was)) {
        if (!was.starts_with(' ')) item = was;
        ASSERT_TRUE(std::getline(now_lines, is)) << "of release " << release.filename() << " nothing is left from here on: " << was;
        ASSERT_EQ(is, was) << "in release " << release.filename() << ", " << item;
    }
    EXPECT_FALSE(std::getline(now_lines, is)) << "more than was recorded: " << is;
}

TEST(KeptReleases, hold_what_their_chains_say_to_the_last_byte) {
    ASSERT_FALSE(releases().empty());
    for (const auto& release : releases()) {
        const KeptRecord kept(release);
        const auto store = ledger::open_store(kept.address, ledger::Mode::read_only).value();
        const auto verified = ledger::verify(*store, {});
        ASSERT_TRUE(verified) << verified.error().whole();
        EXPECT_TRUE(verified->is_sound()) << verified->findings.front().says;
        EXPECT_EQ(lines_of(*store).value(), read_whole(release / "entries.jsonl")) << "the store keeps each entry as it came";
    }
}

TEST(KeptReleases, are_read_as_they_were_meant) {
    for (const auto& release : releases()) {
        const KeptRecord kept(release);
        const auto now = described(*kept.open());
        ASSERT_TRUE(now) << now.error().whole();
        EXPECT_EQ(now->find("\n!"), std::string::npos) << "the Book and the store tell two stories";
        expect_same_lines(*now, read_whole(release / "expected.txt"), release);
    }
}

TEST(KeptReleases, are_read_the_same_as_of_any_later_day) {
    for (const auto& release : releases()) {
        const KeptRecord kept(release);
        const auto record = kept.open();
        const auto then = record->as_known_on(kept.clock.now());
        ASSERT_TRUE(then) << then.error().whole();
        EXPECT_EQ((*then)->items_held(), record->book()->items_held());
    }
}

TEST(KeptReleases, end_with_one_that_has_every_item_and_field_there_is) {
    const KeptRecord kept(releases().back());
    const auto missing = missing_from(*kept.open());
    ASSERT_TRUE(missing) << missing.error().whole();
    for (const std::string& one : *missing)
        ADD_FAILURE() << one << " is in no entry of release " << releases().back().filename() << ": run script/keep-release";
    EXPECT_LT(std::filesystem::file_size(releases().back() / "entries.jsonl"), 1'000'000u) << "small enough to stay in the tree";
}

TEST(KeptReleases, notice_a_single_changed_letter) {
    const auto release = releases().front();
    std::string entries = read_whole(release / "entries.jsonl");
    const auto at = entries.find("happened\\\":");
    ASSERT_NE(at, std::string::npos);
    entries[at + 1] = 'o';
    const KeptRecord kept(release);
    const auto folder = kept.folder / "changed";
    std::filesystem::create_directories(folder);
    const auto store = ledger::open_store("sqlite:" + (folder / "record.sqlite").string(), ledger::Mode::write).value();
    ASSERT_TRUE(put_lines(entries, *store));
    EXPECT_FALSE(ledger::verify(*store, {})->is_sound());
}

}  // namespace
}  // namespace steadfast::releases
