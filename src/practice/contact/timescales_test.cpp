#include "practice/contact/timescales.hpp"

#include "law/london.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

Instant at(std::string_view iso) { return Instant::parse_iso(iso).value(); }
DecideBy by(std::string_view received) { return decide_by(law::london_minute(at(received))).value(); }

TEST(DecideBy, is_the_same_minute_of_the_next_working_day) {
    const DecideBy tomorrow = by("2026-03-03T14:10:00Z");
    EXPECT_EQ(tomorrow.words(at("2026-03-03T14:12:00Z")), "decide by 14:10 tomorrow");
    EXPECT_EQ(tomorrow.words(at("2026-03-04T09:00:00Z")), "decide by 14:10 today");
    EXPECT_EQ(tomorrow.words(at("2026-03-04T16:15:00Z")), "2 hours late: was to be decided by 14:10 today");
    EXPECT_EQ(tomorrow.words(at("2026-03-06T09:00:00Z")), "2 working days late: was to be decided by 14:10 Wed 4 March 2026");
}

TEST(DecideBy, runs_over_the_weekend_from_a_friday) {
    EXPECT_EQ(by("2026-03-06T16:40:00Z").words(at("2026-03-06T17:00:00Z")), "decide by 16:40 Mon 9 March 2026");
}

TEST(DecideBy, lasts_to_the_end_of_monday_for_what_came_at_the_weekend) {
    const DecideBy monday = by("2026-03-07T02:05:00Z");
    EXPECT_EQ(monday.words(at("2026-03-07T03:00:00Z")), "decide by the end of Mon 9 March 2026");
    EXPECT_FALSE(monday.is_over(at("2026-03-09T23:59:00Z")));
    EXPECT_TRUE(monday.is_over(at("2026-03-10T00:00:00Z")));
}

TEST(DecideBy, goes_by_the_clock_on_the_wall_when_the_clocks_change_between) {
    // Friday 27 March 2026 at 15:00 is GMT; Monday 30 March is in summer time, where 15:00 is 14:00 UTC.
    EXPECT_EQ(by("2026-03-27T15:00:00Z").runs_out(), at("2026-03-30T14:00:00Z"));
    EXPECT_EQ(by("2026-10-23T14:00:00Z").runs_out(), at("2026-10-26T15:00:00Z"));
}

TEST(DecideBy, lasts_to_the_end_of_the_day_where_only_the_day_was_recorded) {
    EXPECT_EQ(decide_by(When::day(Date::of(2026, 3, 3).value()))->words(at("2026-03-03T14:12:00Z")), "decide by the end of tomorrow");
    EXPECT_FALSE(decide_by(When()).has_value());
}

}  // namespace
}  // namespace steadfast::practice
