#include "ledger/destruction.hpp"

#include "ledger/chain.hpp"
#include "ledger/durable_file.hpp"
#include "ledger/ledger.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace steadfast::ledger {
namespace {

const Instant noon = Instant::from_seconds(1'780'000'000);

Change an_order() {
    Change order = a_visit();
    order.kind = Kind::destroyed;
    order.type = "destruction";
    order.shared.body = R"({"because":"The hold ended."})";
    return order;
}

class Destruction : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        place = place_for(GetParam());
        ledger = std::make_unique<Ledger>(place->open(), clock, path);
        ASSERT_TRUE(ledger->save_and_wait({a_visit_to_siblings(), a_visit()}));
    }

    FolderForATest folder;
    std::string path = folder.path("destroyed");
    StandingClock clock{noon};
    std::unique_ptr<PlaceForAStore> place;
    std::unique_ptr<Ledger> ledger;
};

TEST_P(Destruction, takes_the_parts_and_says_so_in_the_chain_and_in_the_register) {
    std::vector<Kind> heard;
    ledger->listen([&](std::span<const Entry> entries) { heard.push_back(entries.front().kind); });
    const std::vector<DestroyedParts> parts{{1, false, {0, 2}}, {2, true, {}}};
    const auto receipt = ledger->destroy(an_order(), parts, {a_line(SubjectId::random(), "destroyed")});
    ASSERT_TRUE(receipt) << receipt.error().whole();
    EXPECT_EQ(receipt->seq, 3u);
    EXPECT_EQ(heard, std::vector{Kind::destroyed});

    const auto entries = all_of(ledger->store());
    EXPECT_TRUE(entries[0].parts[0].destroyed && entries[0].parts[2].destroyed && !entries[0].shared.destroyed);
    EXPECT_TRUE(entries[1].shared.destroyed);
    EXPECT_EQ(entries[2].shared.part.body,
              R"({"because":"The hold ended.","destroys":[{"seq":1,"shared":false,"subjects":[0,2]},{"seq":2,"shared":true,"subjects":[]}]})");
    const auto named = what_goes(entries[2]);
    ASSERT_EQ(named->size(), 2u);
    EXPECT_EQ(named->at(0).subjects, (std::vector<std::uint16_t>{0, 2}));

    const auto written = DestructionRegister::open(path);
    ASSERT_TRUE(written);
    ASSERT_EQ(written->in_force().size(), 2u);
    EXPECT_EQ(written->in_force()[1].entry, entries[1].hash);
    EXPECT_EQ(written->in_force()[1].order.hash, entries[2].hash);
    EXPECT_TRUE(written->undecided().empty());
}

TEST_P(Destruction, is_done_once_however_often_it_is_ordered_under_one_key) {
    const Change order = an_order();
    ASSERT_TRUE(ledger->destroy(order, {{2, true, {}}}, {}));
    const auto again = ledger->destroy(order, {{2, true, {}}}, {});
    ASSERT_TRUE(again) << again.error().whole();
    EXPECT_TRUE(again->repeated);
    EXPECT_FALSE(ledger->destroy(order, {{1, true, {}}}, {})) << "the same key for something else";
    EXPECT_EQ(ledger->head().seq, 3u);
}

TEST_P(Destruction, is_refused_for_what_is_not_there_and_leaves_nothing_in_the_register) {
    EXPECT_FALSE(ledger->destroy(an_order(), {}, {}));
    EXPECT_FALSE(ledger->destroy(an_order(), {{9, true, {}}}, {}));
    EXPECT_FALSE(ledger->destroy(an_order(), {{1, false, {1}}}, {})) << "that subject has no part";
    EXPECT_FALSE(ledger->destroy(an_order(), {{1, false, {3}}}, {}));
    EXPECT_FALSE(ledger->destroy(a_visit(), {{1, true, {}}}, {})) << "not an order";
    ASSERT_TRUE(ledger->destroy(an_order(), {{2, true, {}}}, {}));
    EXPECT_FALSE(ledger->destroy(an_order(), {{3, true, {}}}, {})) << "an order stays";
    EXPECT_EQ(DestructionRegister::open(path)->in_force().size(), 1u);
    EXPECT_EQ(ledger->head().seq, 3u);
}

TEST_P(Destruction, is_refused_where_the_register_can_not_be_written) {
    ASSERT_TRUE(std::filesystem::create_directory(path));
    const auto refused = ledger->destroy(an_order(), {{2, true, {}}}, {});
    ASSERT_FALSE(refused);
    EXPECT_FALSE(all_of(ledger->store())[1].shared.destroyed);
    EXPECT_TRUE(ledger->save_and_wait({a_visit()})) << "and everything else goes on";
}

TEST_P(Destruction, keeps_nobody_from_repeating_a_save_but_can_no_longer_compare_it) {
    const Change visit = a_visit();
    ASSERT_TRUE(ledger->save_and_wait({visit}));
    ASSERT_TRUE(ledger->destroy(an_order(), {{3, true, {}}}, {}));
    const auto again = ledger->save_and_wait({visit});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Refusal::Kind::invalid);
}

TEST_P(Destruction, settles_what_a_crash_left_undecided_when_the_record_is_next_opened) {
    ASSERT_TRUE(ledger->destroy(an_order(), {{2, true, {}}}, {}));
    const auto entries = all_of(ledger->store());
    ledger.reset();
    auto written = std::move(*DestructionRegister::open(path));
    std::filesystem::remove(path);
    // One order that was committed before the crash, and one that never was.
    const DestructionRegister::Line committed{{3, entries[2].hash}, entries[1].hash, {2, true, {}}};
    const DestructionRegister::Line lost{{4, entries[0].hash}, entries[0].hash, {1, true, {}}};
    written = std::move(*DestructionRegister::open(path));
    ASSERT_TRUE(written.write_ordered(std::vector{committed, lost}));
    EXPECT_EQ(written.undecided().size(), 2u);

    ledger = std::make_unique<Ledger>(place->open(), clock, path);
    const auto settled = DestructionRegister::open(path);
    EXPECT_TRUE(settled->undecided().empty());
    ASSERT_EQ(settled->in_force().size(), 1u);
    EXPECT_EQ(settled->in_force()[0].parts.seq, 2u);
}

INSTANTIATE_TEST_SUITE_P(Stores, Destruction, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

TEST(DestructionRegister, reads_back_what_it_wrote_and_outlives_a_torn_line) {
    const FolderForATest folder;
    const std::string path = folder.path("destroyed");
    auto written = std::move(*DestructionRegister::open(path));
    EXPECT_TRUE(written.in_force().empty());
    const DestructionRegister::Line first{{9, Digest{1}}, Digest{2}, {7, true, {0, 999}}};
    ASSERT_TRUE(written.write_ordered(std::vector{first}));
    std::ofstream(path, std::ios::app) << "ordered 10 0a";

    auto torn = DestructionRegister::open(path);
    ASSERT_TRUE(torn) << torn.error().whole();
    ASSERT_TRUE(torn->write_withdrawn(Digest{1}));
    ASSERT_TRUE(torn->write_ordered(std::vector{DestructionRegister::Line{{11, Digest{3}}, Digest{4}, {8, false, {5}}}}));

    const auto again = DestructionRegister::open(path);
    ASSERT_TRUE(again) << again.error().whole();
    ASSERT_EQ(again->in_force().size(), 1u);
    EXPECT_EQ(again->in_force()[0].order, (Head{11, Digest{3}}));
    EXPECT_EQ(again->in_force()[0].parts.subjects, std::vector<std::uint16_t>{5});
    EXPECT_FALSE(again->in_force()[0].parts.shared);
}

TEST(DestructionRegister, is_refused_where_a_line_was_changed) {
    const FolderForATest folder;
    for (const char* line : {"ordered 1 2 3\n", "something else\n", "done 00\n", "\n"}) {
        ASSERT_TRUE(write_durably(folder.path("destroyed"), line));
        EXPECT_FALSE(DestructionRegister::open(folder.path("destroyed"))) << line;
    }
}

TEST(DestructionRegister, stands_beside_an_sqlite_file_and_is_chosen_for_postgresql) {
    EXPECT_EQ(register_beside("sqlite:/srv/council"), "/srv/council.destroyed");
    EXPECT_EQ(register_beside("postgresql://db/council"), "");
}

}  // namespace
}  // namespace steadfast::ledger
