#include "demo/dice.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>

namespace steadfast::demo {
namespace {

TEST(Dice, fall_the_same_for_the_same_seed_on_any_machine) {
    // The first numbers of splitmix64 from 0, as its authors' own program prints them.
    Dice dice(0);
    EXPECT_EQ(dice.roll(), 0xe220a8397b1dcdafULL);
    EXPECT_EQ(dice.roll(), 0x6e789e6aa1b965f4ULL);
    EXPECT_EQ(dice.roll(), 0x06c45d188009454fULL);
}

TEST(Dice, of_one_family_are_not_those_of_the_next) {
    const Dice council(7);
    Dice first = council.for_the(1);
    Dice second = council.for_the(2);
    Dice first_again = council.for_the(1);
    const auto rolled = first.roll();
    EXPECT_EQ(rolled, first_again.roll());
    EXPECT_NE(rolled, second.roll());
    EXPECT_NE(Dice(7).for_the(1).id(), Dice(8).for_the(1).id());
}

TEST(Dice, stay_between_their_bounds_and_reach_both) {
    Dice dice(3);
    std::map<int, int> seen;
    for (int i = 0; i < 3000; ++i) ++seen[dice.between(-1, 4)];
    ASSERT_EQ(seen.size(), 6U);
    for (const auto& [value, count] : seen) EXPECT_NEAR(count, 500, 100) << value;
    EXPECT_EQ(dice.between(5, 5), 5);
    EXPECT_EQ(dice.between(5, 2), 5);
}

TEST(Dice, give_each_code_its_share) {
    constexpr std::array<Share, 3> shares{{{"often", 80}, {"seldom", 19}, {"hardly", 1}}};
    Dice dice(3);
    std::map<std::string_view, int> seen;
    for (int i = 0; i < 10'000; ++i) ++seen[dice.one_of(shares)];
    EXPECT_NEAR(seen["often"], 8000, 200);
    EXPECT_NEAR(seen["seldom"], 1900, 200);
    EXPECT_NEAR(seen["hardly"], 100, 50);
}

TEST(Dice, draw_times_that_are_mostly_short_and_have_the_mean_asked_for) {
    Dice dice(11);
    long whole = 0;
    int longest = 0;
    for (int i = 0; i < 20'000; ++i) {
        const int days = dice.days_around(200);
        EXPECT_GE(days, 0);
        whole += days;
        longest = std::max(longest, days);
    }
    EXPECT_NEAR(static_cast<double>(whole) / 20'000, 200, 12);
    EXPECT_LE(longest, 1000);
}

}  // namespace
}  // namespace steadfast::demo
