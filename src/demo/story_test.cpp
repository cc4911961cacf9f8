#include "demo/case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::demo {
namespace {

const Date today = *Date::of(2026, 3, 2);

std::vector<Saving> savings_of_families(Date first, Date end) {
    const Staff staff(1, today);
    std::vector<Saving> savings;
    for (std::uint64_t number = 1; number <= 60; ++number) {
        Dice dice = Dice(4).for_the(number);
        Family family = some_family(dice, number, today.plus_years(-8), today.plus_days(-3));
        Story story(dice, {first, end, today}, savings);
        tell_family({story, staff, family});
    }
    std::ranges::stable_sort(savings, {}, &Saving::at);
    return savings;
}

TEST(Story, told_in_two_stretches_is_the_story_told_in_one) {
    const Date start = today.plus_years(-9);
    const Date middle = *Date::of(2022, 6, 1);
    const auto whole = savings_of_families(start, today);
    auto parts = savings_of_families(start, middle);
    const std::size_t in_the_first = parts.size();
    std::ranges::move(savings_of_families(middle, today), std::back_inserter(parts));
    ASSERT_GT(in_the_first, 100U);
    ASSERT_GT(parts.size(), in_the_first + 100U);
    ASSERT_EQ(parts.size(), whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        EXPECT_EQ(parts[i].at, whole[i].at);
        EXPECT_EQ(parts[i].change.item, whole[i].change.item);
        EXPECT_EQ(parts[i].change.key, whole[i].change.key);
        EXPECT_EQ(parts[i].change.starts_from, whole[i].change.starts_from);
        EXPECT_EQ(parts[i].change.shared, whole[i].change.shared);
    }
}

TEST(Story, types_nothing_before_it_happened_or_outside_working_days) {
    std::vector<Saving> none;
    Story story(Dice(2), {today.plus_years(-8), today, today}, none);
    int on_the_day = 0;
    for (int i = 0; i < 3000; ++i) {
        const Date day = Date::from_days(19'000 + i % 700);
        const Moment at = story.typed_up(day);
        EXPECT_GE(at.day, day);
        EXPECT_TRUE(at.day.weekday() != std::chrono::Saturday && at.day.weekday() != std::chrono::Sunday);
        on_the_day += at.day == day ? 1 : 0;
        EXPECT_LT(at.instant(), at.next().instant());
    }
    EXPECT_GT(on_the_day, 1000);
    EXPECT_LT(on_the_day, 2000);
}

TEST(Story, saves_nothing_today_or_later_and_no_version_without_the_one_before) {
    std::vector<Saving> savings;
    Story story(Dice(2), {today.plus_years(-8), today, today}, savings);
    practice::Referral referral;
    Written written;
    story.save(written, referral, {}, {}, {today.plus_days(-6), 4});
    story.save(written, referral, {}, {}, {today.plus_days(-9), 0});
    story.save(written, referral, {}, {}, {today, 0});
    story.save(written, referral, {}, {}, {today.plus_days(-20), 0});
    ASSERT_EQ(savings.size(), 2U);
    EXPECT_EQ(savings[0].change.starts_from, 0U);
    EXPECT_EQ(savings[1].change.starts_from, 1U);
    EXPECT_GT(savings[1].at, savings[0].at);
    EXPECT_LT(savings[1].at.day, today);
}

}  // namespace
}  // namespace steadfast::demo
