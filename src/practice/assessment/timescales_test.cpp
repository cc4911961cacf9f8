#include "practice/assessment/timescales.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

Date due(Date referred) { return law::standing(child_and_family_assessment, {referred, std::nullopt, {}}, referred).at(0).due.value(); }

State state_when_finished(Date referred, Date finished) {
    const std::vector<Date> met{finished};
    return law::standing(child_and_family_assessment, {referred, std::nullopt, law::on_days(met)}, finished).at(0).state;
}

TEST(ChildAndFamilyAssessment, has_nine_weeks_where_no_holiday_comes_between) {
    EXPECT_EQ(due(on("2026-06-08")), on("2026-08-10"));
    EXPECT_EQ(due(on("2026-09-04")), on("2026-11-06"));
    EXPECT_EQ(due(on("2026-09-06")), on("2026-11-06")) << "referred on the Sunday: the first working day is the same Monday";
}

TEST(ChildAndFamilyAssessment, has_a_day_more_for_each_bank_holiday) {
    EXPECT_EQ(due(on("2026-03-02")), on("2026-05-07")) << "Good Friday, Easter Monday and the early May bank holiday";
    EXPECT_EQ(due(on("2022-05-03")), on("2022-07-07")) << "the moved spring bank holiday and the Platinum Jubilee";
}

TEST(ChildAndFamilyAssessment, counts_a_leap_day_and_both_clock_changes_as_days) {
    EXPECT_EQ(due(on("2024-02-01")), on("2024-04-08")) << "29 February within, and Easter and the March clock change";
    EXPECT_EQ(due(on("2023-02-01")), on("2023-04-05")) << "as near as may be, without them";
    EXPECT_EQ(due(on("2026-10-01")), on("2026-12-03")) << "the October clock change within";
}

TEST(ChildAndFamilyAssessment, is_in_time_on_the_forty_fifth_working_day_and_late_on_the_forty_sixth) {
    EXPECT_EQ(state_when_finished(on("2026-06-08"), on("2026-08-10")), State::met_in_time);
    EXPECT_EQ(state_when_finished(on("2026-06-08"), on("2026-08-11")), State::met_late);
}

TEST(ChildAndFamilyAssessment, is_overdue_when_the_referral_proves_to_have_been_earlier) {
    const auto today = on("2026-08-10");
    EXPECT_EQ(law::standing(child_and_family_assessment, {on("2026-06-08"), std::nullopt, {}}, today).at(0).state, State::due);
    const auto amended = law::standing(child_and_family_assessment, {on("2026-06-05"), std::nullopt, {}}, today).at(0);
    EXPECT_EQ(amended.state, State::overdue);
    EXPECT_EQ(amended.words(today), "1 working day overdue, was due Fri 7 August 2026");
}

TEST(ChildAndFamilyAssessment, is_no_longer_owed_when_the_case_closes_in_time) {
    EXPECT_EQ(law::standing(child_and_family_assessment, {on("2026-06-08"), on("2026-07-01"), {}}, on("2026-09-01")).at(0).state, State::ended);
}

TEST(ChildAndFamilyAssessment, was_not_yet_a_duty_before_15_april_2013) {
    EXPECT_TRUE(law::standing(child_and_family_assessment, {on("2013-04-14"), std::nullopt, {}}, on("2014-01-01")).empty());
    EXPECT_EQ(law::standing(child_and_family_assessment, {on("2013-04-15"), std::nullopt, {}}, on("2014-01-01")).size(), 1U);
}

}  // namespace
}  // namespace steadfast::practice
