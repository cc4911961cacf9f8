#include "demo/case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::demo {
namespace {

const Date today = *Date::of(2026, 3, 2);

TEST(Story, types_nothing_before_it_happened_or_outside_working_days) {
    std::vector<Saving> none;
    Story story(Dice(2), today, none);
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

TEST(Story, is_typed_up_weeks_later_more_often_where_work_is_late) {
    std::vector<Saving> none;
    const auto weeks_late = [&none](Late late) {
        Story story(Dice(2), today, none, late);
        int count = 0;
        for (int i = 0; i < 3000; ++i) count += story.typed_up(Date::from_days(19'000)).day > Date::from_days(19'014) ? 1 : 0;
        return count;
    };
    EXPECT_GT(weeks_late(Late::often), 2 * weeks_late(Late::now_and_then));
}

TEST(Story, saves_nothing_today_or_later_and_no_version_without_the_one_before) {
    std::vector<Saving> savings;
    Story story(Dice(2), today, savings);
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
