#include "practice/referral/timescales.hpp"

#include "law/london.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

Date due(Date received) { return law::standing(referral_decision, {received, std::nullopt, {}}, received).at(0).due.value(); }

TEST(ReferralDecision, is_due_on_the_next_working_day) {
    EXPECT_EQ(due(on("2026-06-03")), on("2026-06-04"));
    EXPECT_EQ(due(on("2024-02-28")), on("2024-02-29")) << "a leap day is a day like any other";
}

TEST(ReferralDecision, on_a_friday_or_at_a_weekend_is_due_on_monday) {
    EXPECT_EQ(due(on("2026-06-05")), on("2026-06-08"));
    EXPECT_EQ(due(on("2026-06-06")), on("2026-06-08"));
    EXPECT_EQ(due(on("2026-06-07")), on("2026-06-08"));
}

TEST(ReferralDecision, before_a_bank_holiday_is_due_after_it) {
    EXPECT_EQ(due(on("2026-04-02")), on("2026-04-07")) << "over Easter";
    EXPECT_EQ(due(on("2026-12-24")), on("2026-12-29")) << "over Christmas, with Boxing Day's substitute";
    EXPECT_EQ(due(on("2022-09-16")), on("2022-09-20")) << "over the state funeral";
}

TEST(ReferralDecision, goes_by_the_day_on_the_clock_in_England) {
    // Half past midnight on Friday 5 June in England is still Thursday in UTC.
    const auto received = Instant::parse_iso("2026-06-04T23:30:00Z").value();
    EXPECT_EQ(due(law::london_date(received)), on("2026-06-08"));
    // The night on which the clock goes back is one day, not two, whichever half past one it was.
    EXPECT_EQ(due(law::london_date(Instant::parse_iso("2026-10-25T00:30:00Z").value())), on("2026-10-26"));
    EXPECT_EQ(due(law::london_date(Instant::parse_iso("2026-10-25T01:30:00Z").value())), on("2026-10-26"));
}

TEST(ReferralDecision, is_late_on_the_second_working_day) {
    const std::vector<Date> decided{on("2026-06-09")};
    const auto steps = law::standing(referral_decision, {on("2026-06-05"), std::nullopt, law::on_days(decided)}, on("2026-06-10"));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].state, law::StepStanding::State::met_late);
    EXPECT_EQ(steps[0].words(on("2026-06-10")), "done 9 June 2026, 1 working day late");
}

TEST(ReferralDecision, is_in_time_once_the_day_of_receipt_is_amended) {
    const std::vector<Date> decided{on("2026-06-09")};
    const auto steps = law::standing(referral_decision, {on("2026-06-08"), std::nullopt, law::on_days(decided)}, on("2026-06-10"));
    EXPECT_EQ(steps.at(0).state, law::StepStanding::State::met_in_time);
}

}  // namespace
}  // namespace steadfast::practice
