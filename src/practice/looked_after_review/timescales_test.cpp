#include "practice/looked_after_review/timescales.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

std::vector<law::StepStanding> reviews(Date started, std::vector<Date> held, Date today, std::optional<Date> ended = std::nullopt) {
    return law::standing(looked_after_review, {started, ended, law::on_days(held)}, today);
}

Date first_due(Date started) { return reviews(started, {}, started).at(0).due.value(); }

TEST(LookedAfterReview, is_first_due_after_twenty_working_days) {
    EXPECT_EQ(first_due(on("2026-06-08")), on("2026-07-06"));
    EXPECT_EQ(first_due(on("2026-06-06")), on("2026-07-03")) << "started on a Saturday";
    EXPECT_EQ(first_due(on("2024-02-12")), on("2024-03-11")) << "a leap day within";
}

TEST(LookedAfterReview, is_first_due_later_where_bank_holidays_come_between) {
    EXPECT_EQ(first_due(on("2025-12-15")), on("2026-01-15")) << "Christmas, Boxing Day and New Year's Day";
    EXPECT_EQ(first_due(on("2023-04-17")), on("2023-05-17")) << "early May and the coronation";
    EXPECT_EQ(first_due(on("2026-12-25")), on("2027-01-26")) << "started on Christmas Day: Monday 28th and New Year's Day are holidays";
}

TEST(LookedAfterReview, then_within_three_months_of_the_first_and_every_six_from_the_last) {
    const auto seen = reviews(on("2026-01-05"), {on("2026-01-30"), on("2026-04-29"), on("2026-10-30")}, on("2027-06-01"));
    ASSERT_EQ(seen.size(), 4U);
    EXPECT_EQ(seen[0].due, on("2026-02-02"));
    EXPECT_EQ(seen[0].state, State::met_in_time);
    EXPECT_EQ(seen[1].due, on("2026-04-30"));
    EXPECT_EQ(seen[1].state, State::met_in_time);
    EXPECT_EQ(seen[2].due, on("2026-10-29"));
    EXPECT_EQ(seen[2].state, State::met_late);
    EXPECT_EQ(seen[2].words(on("2027-06-01")), "done 30 October 2026, 1 day late");
    EXPECT_EQ(seen[3].due, on("2027-04-30"));
    EXPECT_EQ(seen[3].state, State::overdue);
}

TEST(LookedAfterReview, in_a_short_month_is_due_on_its_last_day) {
    const auto second = reviews(on("2025-11-03"), {on("2025-11-30")}, on("2026-01-01")).at(1);
    EXPECT_EQ(second.due, on("2026-02-28"));
    const auto third = reviews(on("2023-05-01"), {on("2023-05-26"), on("2023-08-25"), on("2024-02-29")}, on("2024-08-01")).at(3);
    EXPECT_EQ(third.due, on("2024-08-29")) << "six months from a leap day";
    EXPECT_EQ(reviews(on("2023-05-01"), {on("2023-05-26"), on("2023-08-25")}, on("2024-02-26")).at(2).state, State::overdue)
        << "due on Sunday 25 February, which nothing moves to the Monday";
}

TEST(LookedAfterReview, is_worked_out_anew_when_the_start_is_amended) {
    EXPECT_EQ(reviews(on("2026-06-08"), {on("2026-07-06")}, on("2026-07-10")).at(0).state, State::met_in_time);
    const auto amended = reviews(on("2026-06-01"), {on("2026-07-06")}, on("2026-07-10")).at(0);
    EXPECT_EQ(amended.due, on("2026-06-29"));
    EXPECT_EQ(amended.words(on("2026-07-10")), "done 6 July 2026, 5 working days late");
}

TEST(LookedAfterReview, stops_with_the_period_of_care) {
    EXPECT_EQ(reviews(on("2026-06-08"), {}, on("2026-08-01"), on("2026-06-20")).at(0).state, State::ended);
    EXPECT_EQ(reviews(on("2026-06-08"), {}, on("2026-08-01"), on("2026-07-20")).at(0).state, State::missed);
}

TEST(LookedAfterReview, of_a_child_looked_after_since_before_april_2011_had_four_weeks) {
    EXPECT_EQ(first_due(on("2011-03-31")), on("2011-04-28"));
    EXPECT_EQ(first_due(on("2011-04-01")), on("2011-05-05")) << "Good Friday, Easter Monday, the royal wedding and early May";
}

}  // namespace
}  // namespace steadfast::practice
