#include "law/working_days.hpp"

#include "law/bank_holidays.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <vector>

namespace steadfast::law {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

/// As published for England and Wales, on weekdays.
const std::map<int, std::vector<std::string_view>> published{
    {2012, {"01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"}},
    {2013, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2014, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
    {2015, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
    {2016, {"01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"}},
    {2017, {"01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"}},
    {2018, {"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"}},
    {2019, {"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2020, {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"}},
    {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    {2022, {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"}},
    {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
    {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
    {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
    {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
};

TEST(BankHolidays, are_those_published_for_England_and_Wales_from_2012_to_2027_and_no_others) {
    for (const auto& [year, days] : published) {
        std::vector<std::string> found;
        for (Date day = Date::of(year, 1, 1).value(); day.year() == year; day = day.plus_days(1))
            if (bank_holiday(day)) found.push_back(day.iso().substr(5));
        EXPECT_EQ(found, std::vector<std::string>(days.begin(), days.end())) << year;
    }
}

TEST(BankHolidays, know_Easter_at_its_earliest_and_its_latest) {
    EXPECT_EQ(easter_sunday(1818), on("1818-03-22"));
    EXPECT_EQ(easter_sunday(2285), on("2285-03-22"));
    EXPECT_EQ(easter_sunday(1943), on("1943-04-25"));
    EXPECT_EQ(easter_sunday(2038), on("2038-04-25"));
    // These two need the exceptions of the lunar table.
    EXPECT_EQ(easter_sunday(1954), on("1954-04-18"));
    EXPECT_EQ(easter_sunday(1981), on("1981-04-19"));
}

TEST(BankHolidays, say_which_holiday_it_is) {
    EXPECT_EQ(bank_holiday(on("2022-09-19")), "State funeral of Queen Elizabeth II");
    EXPECT_EQ(bank_holiday(on("2021-12-27")), "Christmas Day (substitute)");
    EXPECT_EQ(bank_holiday(on("2026-12-28")), "Boxing Day (substitute)");
    EXPECT_EQ(bank_holiday(on("2020-05-04")), std::nullopt);
    EXPECT_EQ(bank_holiday(on("2022-12-25")), std::nullopt) << "a Sunday, with Tuesday in its stead";
}

TEST(WorkingDays, skip_the_weekend) {
    EXPECT_EQ(add_working_days(on("2026-06-05"), 1), on("2026-06-08"));
    EXPECT_EQ(add_working_days(on("2026-06-06"), 1), on("2026-06-08"));
    EXPECT_EQ(add_working_days(on("2026-06-07"), 1), on("2026-06-08"));
    EXPECT_EQ(add_working_days(on("2026-06-08"), -1), on("2026-06-05"));
}

TEST(WorkingDays, skip_the_moved_bank_holiday_of_2022) {
    EXPECT_TRUE(is_working_day(on("2022-05-30")));
    EXPECT_EQ(add_working_days(on("2022-06-01"), 1), on("2022-06-06"));
}

TEST(WorkingDays, make_forty_five_of_nine_weeks_and_of_more_when_a_holiday_comes_between) {
    EXPECT_EQ(add_working_days(on("2026-06-08"), 45), on("2026-08-10"));
    EXPECT_EQ(add_working_days(on("2025-12-01"), 45), on("2026-02-05")) << "three holidays over Christmas and New Year";
}

TEST(WorkingDays, are_none_between_a_day_and_itself_or_across_a_weekend) {
    EXPECT_EQ(working_days_between(on("2026-06-05"), on("2026-06-05")), 0);
    EXPECT_EQ(working_days_between(on("2026-06-05"), on("2026-06-07")), 0);
    EXPECT_EQ(working_days_between(on("2026-06-05"), on("2026-06-08")), 1);
    EXPECT_EQ(working_days_between(on("2026-06-08"), on("2026-06-05")), -1);
}

TEST(WorkingDays, counted_between_are_as_many_as_were_added) {
    rc::check([] {
        const Date day = Date::from_days(*rc::gen::inRange(3653, 25000));
        const int count = *rc::gen::inRange(-300, 300);
        const Date there = add_working_days(day, count);
        RC_ASSERT(working_days_between(day, there) == count);
        RC_ASSERT(count == 0 || is_working_day(there));
    });
}

}  // namespace
}  // namespace steadfast::law
