#include "record/book/follower.hpp"

#include "record/people/person.hpp"
#include "record/record.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

namespace steadfast::record {
namespace {

class FollowerTest : public testing::Test {
protected:
    void SetUp() override {
        catalogue_.add(type_of<Person>());
        folder_ = std::filesystem::temp_directory_path() / ("follower_test_" + IdBytes::random().text());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::string address() const { return "sqlite:" + (folder_ / "council.sqlite").string(); }

    static void add_people(Record& record, int count) {
        std::vector<ledger::Change> changes;
        for (int i = 0; i < count; ++i) {
            Person person;
            person.authority_id = std::to_string(i);
            const auto item = ledger::ItemId::random();
            changes.push_back(change_of(person, item, 0, {subject_of(item)}, ledger::WorkerId::random()));
            changes.back().key = ledger::IdempotencyKey::random();
        }
        const auto saved = record.ledger().save_and_wait(std::move(changes));
        ASSERT_TRUE(saved) << saved.error().whole();
    }
    static bool reaches(const Follower& follower, const ledger::Head& head) {
        for (int i = 0; i < 400; ++i) {
            const auto book = follower.book();
            if (book && (*book)->head() == head) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    Catalogue catalogue_;
    SystemClock clock_;
    std::filesystem::path folder_;
};

TEST_F(FollowerTest, sees_what_the_writer_saves_a_moment_later) {
    auto writer = Record::open(address(), catalogue_, clock_);
    ASSERT_TRUE(writer) << writer.error().whole();
    add_people(**writer, 3);
    const auto follower = Follower::open(address(), catalogue_, clock_);
    ASSERT_TRUE(follower) << follower.error().whole();
    EXPECT_EQ((*(*follower)->book())->items_held(), 3u);
    for (int round = 0; round < 5; ++round) {
        add_people(**writer, 50);
        ASSERT_TRUE(reaches(**follower, (*writer)->ledger().head()));
    }
    EXPECT_EQ((*(*follower)->book())->items_held(), 253u);
    EXPECT_EQ((*follower)->reloads(), 0u);
}

}  // namespace
}  // namespace steadfast::record
