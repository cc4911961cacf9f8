#include "record/book/follower.hpp"

#include "ledger/forwarding_store.hpp"
#include "record/people/person.hpp"
#include "record/record.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

namespace steadfast::record {
namespace {

/// A store that can go away, or become another store as after a failover.
class ShakyStore final : public ledger::ForwardingStore {
public:
    ShakyStore(std::unique_ptr<ledger::Store> first, std::unique_ptr<ledger::Store> second)
        : ForwardingStore(std::move(first)), second_(std::move(second)) {}

    Result<ledger::Head> head() override { return now().head(); }
    Result<void> read(ledger::Sequence from, ledger::Sequence to, const Visit& visit) override { return now().read(from, to, visit); }
    Result<void> read_whole(ledger::Sequence from, ledger::Sequence to, const VisitWhole& visit) override { return now().read_whole(from, to, visit); }
    Result<ledger::Head> follow(ledger::Sequence after, int milliseconds) override {
        if (is_away) return refuse(Refusal::Kind::unavailable, "The store is away.");
        return now().follow(after, milliseconds);
    }

    std::atomic<bool> is_away = false;
    std::atomic<bool> has_failed_over = false;

private:
    ledger::Store& now() { return has_failed_over ? *second_ : *kept_; }
    std::unique_ptr<ledger::Store> second_;
};

class FollowerTest : public testing::Test {
protected:
    void SetUp() override {
        catalogue_.add(type_of<Person>());
        folder_ = std::filesystem::temp_directory_path() / ("follower_test_" + IdBytes::random().text());
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::string address(const std::string& name = "council") const { return "sqlite:" + (folder_ / (name + ".sqlite")).string(); }
    std::unique_ptr<ledger::Store> for_reading(const std::string& name) { return std::move(ledger::open_store(address(name), ledger::Mode::read_only).value()); }

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

TEST_F(FollowerTest, refuses_to_show_a_record_that_has_been_out_of_reach_for_five_seconds) {
    auto writer = Record::open(address(), catalogue_, clock_);
    ASSERT_TRUE(writer);
    add_people(**writer, 1);
    auto shaky = std::make_unique<ShakyStore>(for_reading("council"), nullptr);
    ShakyStore& store = *shaky;
    StandingClock standing(clock_.now());
    const auto follower = Follower::open(std::move(shaky), catalogue_, standing);
    ASSERT_TRUE(follower);
    store.is_away = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(600));   // Its last look is over.
    standing.put(standing.now().plus_seconds(5));
    EXPECT_TRUE((*follower)->book());
    standing.put(standing.now().plus_seconds(1));
    const auto late = (*follower)->book();
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Refusal::Kind::unavailable);
    store.is_away = false;
    EXPECT_TRUE(reaches(**follower, (*writer)->ledger().head())) << "it hears again, and shows again";
}

TEST_F(FollowerTest, reads_everything_anew_where_a_failed_over_database_used_numbers_again) {
    auto lost = Record::open(address("lost"), catalogue_, clock_);
    auto kept = Record::open(address("kept"), catalogue_, clock_);
    ASSERT_TRUE(lost && kept);
    add_people(**lost, 5);
    add_people(**kept, 5);
    auto shaky = std::make_unique<ShakyStore>(for_reading("lost"), for_reading("kept"));
    ShakyStore& store = *shaky;
    const auto follower = Follower::open(std::move(shaky), catalogue_, clock_);
    ASSERT_TRUE(follower);
    ASSERT_TRUE(reaches(**follower, (*lost)->ledger().head()));
    store.has_failed_over = true;
    add_people(**kept, 2);   // Number 6 follows on another number 5 than the one that was read.
    EXPECT_TRUE(reaches(**follower, (*kept)->ledger().head()));
    EXPECT_EQ((*(*follower)->book())->items_held(), 7u);
    EXPECT_EQ((*follower)->reloads(), 1u);
}

TEST_F(FollowerTest, hands_over_a_book_that_needs_no_replay) {
    auto writer = Record::open(address(), catalogue_, clock_);
    ASSERT_TRUE(writer);
    add_people(**writer, 5);
    const auto follower = Follower::open(address(), catalogue_, clock_);
    ASSERT_TRUE(follower);
    add_people(**writer, 2);   // Perhaps not seen yet when it takes over.
    const auto head = (*writer)->ledger().head();
    writer->reset();

    auto warm = (*follower)->stop();
    int replays = 0;
    auto next = Record::on(std::move(ledger::open_store(address(), ledger::Mode::write).value()), address(), catalogue_, clock_, std::move(warm),
                           [&](ledger::Sequence, ledger::Sequence) { ++replays; });
    ASSERT_TRUE(next) << next.error().whole();
    EXPECT_EQ(replays, 0);
    EXPECT_EQ((*next)->book()->head(), head);
    EXPECT_EQ((*next)->book()->items_held(), 7u);
    add_people(**next, 1);
    EXPECT_EQ((*next)->book()->items_held(), 8u);
}

TEST_F(FollowerTest, hands_over_a_book_that_is_read_anew_where_the_store_is_no_longer_the_one_it_followed) {
    auto lost = Record::open(address("lost"), catalogue_, clock_);
    auto kept = Record::open(address("kept"), catalogue_, clock_);
    ASSERT_TRUE(lost && kept);
    add_people(**lost, 5);
    for (const int more : {4, 1, 1}) {   // Behind the lost one, as far as it, and beyond.
        add_people(**kept, more);
        const auto head = (*kept)->ledger().head();
        kept->reset();
        const auto follower = Follower::open(address("lost"), catalogue_, clock_);
        ASSERT_TRUE(follower);
        int replays = 0;
        kept = Record::on(std::move(ledger::open_store(address("kept"), ledger::Mode::write).value()), address("kept"), catalogue_, clock_,
                          (*follower)->stop(), [&](ledger::Sequence, ledger::Sequence) { ++replays; });
        ASSERT_TRUE(kept) << kept.error().whole();
        EXPECT_GT(replays, 0);
        EXPECT_EQ((*kept)->book()->head(), head);
        EXPECT_EQ((*kept)->book()->items_held(), head.seq);
    }
}

}  // namespace
}  // namespace steadfast::record
