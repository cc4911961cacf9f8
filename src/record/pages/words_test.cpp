#include "record/pages/words.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

TEST(Words, say_how_far_a_day_is_from_today) {
    const Date today = *Date::of(2026, 3, 5);
    EXPECT_EQ(from_today(today, today), "today");
    EXPECT_EQ(from_today(today.plus_days(-1), today), "yesterday");
    EXPECT_EQ(from_today(today.plus_days(1), today), "tomorrow");
    EXPECT_EQ(with_distance(today.plus_days(-2), today), "Tue 3 March 2026 (2 days ago)");
    EXPECT_EQ(from_today(today.plus_days(21), today), "in 3 weeks");
    EXPECT_EQ(from_today(today.plus_months(-3), today), "2 months ago") << "whole months, never more than it was";
    EXPECT_EQ(from_today(today.plus_years(-4), today), "4 years ago");
}

TEST(Words, call_nobody_unborn_once_the_day_on_which_they_were_expected_has_gone_by) {
    const Date today = *Date::of(2026, 3, 5);
    EXPECT_EQ(born_in_words(today.plus_years(-10), {}, today), "5 March 2016, aged 10");
    EXPECT_EQ(born_in_words({}, today, today), "Not yet born, expected 5 March 2026");
    EXPECT_EQ(born_in_words({}, today.plus_days(-1), today), "Expected 4 March 2026, birth not recorded");
    EXPECT_EQ(born_in_words({}, {}, today), "Not recorded");
}

TEST(Words, count_things_as_people_do) {
    EXPECT_EQ(counted(0, "review", "reviews"), "no reviews");
    EXPECT_EQ(counted(1, "review", "reviews"), "1 review");
    EXPECT_EQ(counted(12345, "review", "reviews"), "12,345 reviews");
    EXPECT_EQ(counted(123, "review", "reviews"), "123 reviews");
}

}  // namespace
}  // namespace steadfast::record::pages
