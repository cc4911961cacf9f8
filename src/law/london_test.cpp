#include "law/london.hpp"

#include <gtest/gtest.h>

namespace steadfast::law {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }
Instant at(std::string_view iso) { return Instant::parse_iso(iso).value(); }

TEST(London, is_an_hour_ahead_in_summer_and_not_in_winter) {
    EXPECT_EQ(london_time(at("2026-06-01T13:02:11Z")), "14:02");
    EXPECT_EQ(london_time(at("2026-01-01T13:02:11Z")), "13:02");
    EXPECT_EQ(london_offset_minutes(at("2026-06-01T13:02:11Z")), 60);
    EXPECT_EQ(london_offset_minutes(at("2037-07-01T00:00:00Z")), 60) << "the database must reach to 2037";
}

TEST(London, has_a_new_day_before_UTC_does_in_summer) {
    EXPECT_EQ(london_date(at("2026-06-01T22:59:59Z")), on("2026-06-01"));
    EXPECT_EQ(london_date(at("2026-06-01T23:00:00Z")), on("2026-06-02"));
    EXPECT_EQ(london_date(at("2026-12-01T23:59:59Z")), on("2026-12-01"));
    EXPECT_EQ(london_date_and_time(at("2026-06-01T23:00:00Z")), "2 June 2026 at 00:00");
}

TEST(London, tells_days_before_1970_too) {
    EXPECT_EQ(london_date(at("1965-12-31T23:59:59Z")), on("1965-12-31"));
    EXPECT_EQ(london_time(at("1965-12-31T23:59:59Z")), "23:59");
    EXPECT_EQ(london_time(at("1970-01-01T00:00:00Z")), "01:00") << "Britain kept summer time all year from 1968 to 1971";
}

TEST(London, begins_its_day_at_midnight_by_its_own_clock) {
    EXPECT_EQ(start_of_london_day(on("2026-06-02")), at("2026-06-01T23:00:00Z"));
    EXPECT_EQ(start_of_london_day(on("2026-01-02")), at("2026-01-02T00:00:00Z"));
    EXPECT_EQ(start_of_london_day(on("2026-03-29")), at("2026-03-29T00:00:00Z"));
    EXPECT_EQ(start_of_london_day(on("2026-10-25")), at("2026-10-24T23:00:00Z"));
}

TEST(London, takes_an_ordinary_time_as_it_is) {
    const auto found = london_when(on("2026-06-02"), 14, 2);
    ASSERT_TRUE(found);
    EXPECT_EQ(std::get<When>(*found).text(), "2026-06-02T14:02+01:00");
    EXPECT_EQ(london_minute(at("2026-06-02T13:02:59Z")), std::get<When>(*found));
}

TEST(London, asks_which_half_past_one_of_the_october_night) {
    const auto found = london_when(on("2026-10-25"), 1, 30);
    ASSERT_TRUE(found);
    const auto& twice = std::get<TwiceThatNight>(*found);
    EXPECT_EQ(twice.before_the_clock_went_back.text(), "2026-10-25T01:30+01:00");
    EXPECT_EQ(twice.after_the_clock_went_back.text(), "2026-10-25T01:30+00:00");

    EXPECT_EQ(london_when(on("2026-10-25"), 1, 30, OnOctoberNight::before_the_clock_went_back), twice.before_the_clock_went_back);
    EXPECT_EQ(london_when(on("2026-10-25"), 1, 30, OnOctoberNight::after_the_clock_went_back), twice.after_the_clock_went_back);
}

TEST(London, needs_to_ask_only_from_one_until_two) {
    EXPECT_TRUE(std::holds_alternative<When>(*london_when(on("2026-10-25"), 0, 59)));
    EXPECT_TRUE(std::holds_alternative<TwiceThatNight>(*london_when(on("2026-10-25"), 1, 0)));
    EXPECT_TRUE(std::holds_alternative<TwiceThatNight>(*london_when(on("2026-10-25"), 1, 59)));
    EXPECT_TRUE(std::holds_alternative<When>(*london_when(on("2026-10-25"), 2, 0)));
}

TEST(London, refuses_a_time_that_the_clock_jumped_over_in_march) {
    const auto found = london_when(on("2026-03-29"), 1, 30);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().says, "There was no 01:30 on 29 March 2026: the clock went forward that night.");
    EXPECT_EQ(found.error().what_to_do, "If a clock still showed it, give 02:30.");
    EXPECT_TRUE(london_when(on("2026-03-29"), 0, 59));
    EXPECT_FALSE(london_when(on("2026-03-29"), 1, 59, OnOctoberNight::after_the_clock_went_back));
    EXPECT_TRUE(london_when(on("2026-03-29"), 2, 0));
}

TEST(London, refuses_what_no_clock_shows) {
    EXPECT_FALSE(london_when(on("2026-03-03"), 24, 0));
    EXPECT_FALSE(london_when(on("2026-03-03"), 12, 60));
    EXPECT_FALSE(london_when(on("2026-03-03"), -1, 0));
}

}  // namespace
}  // namespace steadfast::law
