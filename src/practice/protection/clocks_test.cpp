#include "practice/catalogue_for_tests.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/police_protection.hpp"
#include "practice/protection/timescales.hpp"
#include "practice/slices.hpp"
#include "record/meetings/meeting.hpp"
#include "record/record_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;
using record::meetings::Meeting;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

/// The clocks that run over meetings and over what the police and the court do.
class ClocksOfProtection : public testing::Test {
protected:
    record::DutyStanding standing(const law::Timescale& timescale, std::string_view today, std::size_t nth = 0) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&timescale](const auto& one) { return one.duty->timescale->key != timescale.key; });
        return all.at(nth);
    }
    std::size_t count(const law::Timescale& timescale, std::string_view today) {
        const auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        return static_cast<std::size_t>(std::ranges::count_if(all, [&timescale](const auto& one) { return one.duty->timescale->key == timescale.key; }));
    }
    static Meeting meeting(std::string_view kind, std::string_view held = "") {
        Meeting meeting;
        meeting.kind.code = kind;
        meeting.held_at = When::parse(held).value_or(When());
        return meeting;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(ClocksOfProtection, a_strategy_discussion_is_held_within_24_hours_by_the_minute) {
    Meeting discussion = meeting("strategy_discussion");
    discussion.needed_since = When::parse("2026-03-28T15:00+00:00").value();   // A Saturday; the clocks go forward in the night.
    const auto item = record_.add({child_}, discussion);
    EXPECT_EQ(standing(strategy_discussion, "2026-03-29").step.state, State::due);
    EXPECT_EQ(standing(strategy_discussion, "2026-03-30").step.state, State::overdue);
    discussion.held_at = When::parse("2026-03-29T16:00+01:00").value();   // 24 hours, though the clock on the wall says 25.
    record_.amend(item, {child_}, discussion);
    EXPECT_EQ(standing(strategy_discussion, "2026-03-30").step.state, State::met_in_time);
    discussion.held_at = When::parse("2026-03-29T16:01+01:00").value();
    record_.amend(item, {child_}, discussion);
    EXPECT_EQ(standing(strategy_discussion, "2026-03-30").step.state, State::met_late);
}

TEST_F(ClocksOfProtection, nothing_is_owed_of_another_meeting_nor_of_one_that_was_called_off) {
    Meeting other = meeting("core_group");
    other.needed_since = When::parse("2026-03-03T15:00+00:00").value();
    record_.add({child_}, other);
    EXPECT_EQ(count(strategy_discussion, "2026-03-10"), 0U);
    Meeting discussion = meeting("strategy_discussion");
    discussion.needed_since = other.needed_since;
    discussion.called_off_on = on("2026-03-03");
    record_.add({child_}, discussion);
    EXPECT_NE(standing(strategy_discussion, "2026-03-10").step.state, State::overdue);
}

TEST_F(ClocksOfProtection, the_first_core_group_is_held_within_ten_working_days_and_then_one_every_six_weeks) {
    ChildProtectionPlan plan;
    plan.began = on("2026-03-27");   // A Friday; Easter comes between.
    record_.add({child_}, plan);
    EXPECT_EQ(standing(core_group, "2026-04-14").words(on("2026-04-14")), "due today, Tue 14 April 2026");
    EXPECT_EQ(standing(core_group, "2026-04-15").step.state, State::overdue);
    record_.add({child_}, meeting("review_conference", "2026-04-10"));   // Another meeting is none.
    record_.add({child_}, meeting("core_group", "2026-04-14"));
    EXPECT_EQ(standing(core_group, "2026-04-15").step.due, on("2026-05-26"));
    EXPECT_EQ(standing(core_group, "2026-04-15", 1).step.state, State::met_in_time);
}

TEST_F(ClocksOfProtection, one_that_is_planned_and_not_held_meets_nothing) {
    ChildProtectionPlan plan;
    plan.began = on("2026-06-01");
    record_.add({child_}, plan);
    Meeting planned = meeting("core_group");
    planned.planned_for = When::parse("2026-06-05T10:00+01:00").value();
    record_.add({child_}, planned);
    EXPECT_EQ(standing(core_group, "2026-06-16").step.state, State::overdue);
}

TEST_F(ClocksOfProtection, police_protection_ends_within_72_hours_by_the_minute) {
    PoliceProtection protection;
    protection.began = When::parse("2026-10-24T02:10+01:00").value();   // The clocks go back in the next night.
    const auto item = record_.add({child_}, protection);
    EXPECT_EQ(standing(police_protection_ends, "2026-10-26").step.state, State::due);
    EXPECT_EQ(standing(police_protection_ends, "2026-10-28").step.state, State::overdue);
    protection.ended = When::parse("2026-10-27T01:10+00:00").value();
    record_.amend(item, {child_}, protection);
    EXPECT_EQ(standing(police_protection_ends, "2026-10-28").step.state, State::met_in_time);
    protection.ended = When::parse("2026-10-27T01:11+00:00").value();
    record_.amend(item, {child_}, protection);
    EXPECT_EQ(standing(police_protection_ends, "2026-10-28").step.state, State::met_late);
}

TEST_F(ClocksOfProtection, an_emergency_order_is_looked_at_by_the_day_that_the_court_said_also_after_an_extension) {
    EmergencyProtectionOrder order;
    order.made = When::parse("2024-02-22").value();
    order.runs_until = on("2024-02-29");
    const auto item = record_.add({child_}, order);
    EXPECT_EQ(standing(emergency_order_ends, "2024-02-29").step.state, State::due);
    EXPECT_EQ(standing(emergency_order_ends, "2024-03-01").step.state, State::overdue);
    order.runs_until = on("2024-03-07");
    order.was_extended = true;
    record_.amend(item, {child_}, order);
    EXPECT_EQ(standing(emergency_order_ends, "2024-03-07").step.state, State::due);
    order.ended = on("2024-03-06");
    record_.amend(item, {child_}, order);
    EXPECT_EQ(standing(emergency_order_ends, "2024-03-08").step.state, State::met_in_time);
}

}  // namespace
}  // namespace steadfast::practice
