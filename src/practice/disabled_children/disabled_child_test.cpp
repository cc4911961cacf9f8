#include "practice/disabled_children/disabled_child.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/disabled_children/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(DisabledChild, goes_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<DisabilityRegistration>();
    record::expect_there_and_back<ShortBreaks>();
    record::expect_there_and_back<ShortBreakReview>();
}

class BreaksOfAChild : public testing::Test {
protected:
    void begin(std::string_view basis, std::string_view began) {
        breaks_.began = on(began);
        breaks_.basis.code = basis;
        item_ = record_.add({child_}, breaks_);
    }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != key; });
        std::ranges::sort(all, {}, [](const auto& one) { return one.step.number; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    ShortBreaks breaks_;
    ledger::ItemId item_;
};

TEST_F(BreaksOfAChild, under_section_20_are_reviewed_after_three_months_and_then_every_six) {
    begin("section_20_short", "2023-11-30");
    EXPECT_EQ(standings("short_break_review", "2023-12-01").at(0).step.due, on("2024-02-29"));
    record_.add({child_}, ShortBreakReview{.held_on = on("2024-02-29")});
    EXPECT_EQ(standings("short_break_review", "2024-03-01").at(1).step.due, on("2024-08-29"));
    EXPECT_EQ(standings("short_break_review", "2024-08-30").at(1).step.state, State::overdue);
    EXPECT_TRUE(standings("short_break_review_17", "2024-03-01").empty());
    breaks_.ended = on("2024-07-31");
    record_.amend(item_, {child_}, breaks_);
    EXPECT_EQ(standings("short_break_review", "2024-08-30").at(1).step.state, State::ended);
}

TEST_F(BreaksOfAChild, under_section_20_call_for_a_visit_to_the_child) {
    begin("section_20_short", "2026-01-31");
    EXPECT_EQ(standings("short_break_visit", "2026-02-01").at(0).step.due, on("2026-04-30"));
}

TEST_F(BreaksOfAChild, under_section_17_are_reviewed_as_the_council_says) {
    begin("section_17", "2026-01-05");
    EXPECT_EQ(standings("short_break_review_17", "2026-01-06").at(0).step.due, on("2026-07-05"));
    EXPECT_TRUE(standings("short_break_review", "2026-01-06").empty());
    EXPECT_TRUE(standings("short_break_visit", "2026-01-06").empty());
}

TEST_F(BreaksOfAChild, with_all_rules_for_looked_after_children_owe_nothing_here) {
    begin("section_20_full", "2026-01-05");
    for (const std::string_view key : {"short_break_review", "short_break_review_17", "short_break_visit"})
        EXPECT_TRUE(standings(key, "2026-09-01").empty()) << key;
}

}  // namespace
}  // namespace steadfast::practice
