#include "record/item/when_in_words.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

std::string words(std::string_view text) { return in_words(When::parse(text).value()); }

TEST(WhenInWords, says_it_as_exactly_as_it_is_known) {
    EXPECT_EQ(words(""), "");
    EXPECT_EQ(words("2026"), "2026");
    EXPECT_EQ(words("2026-03"), "March 2026");
    EXPECT_EQ(words("2026-03-03"), "Tue 3 March 2026");
    EXPECT_EQ(words("2026-03-03T14:05+00:00"), "Tue 3 March 2026 at 14:05");
}

TEST(WhenInWords, says_the_time_of_the_clock_on_the_wall) { EXPECT_EQ(words("2026-07-03T14:05+01:00"), "Fri 3 July 2026 at 14:05"); }

TEST(WhenInWords, says_when_it_ended_and_a_day_once) {
    EXPECT_EQ(words("2026-03-03/2026-03-05"), "Tue 3 March 2026 to Thu 5 March 2026");
    EXPECT_EQ(words("2026-03-03T14:05+00:00/2026-03-03T15:00+00:00"), "Tue 3 March 2026 at 14:05 to 15:00");
}

}  // namespace
}  // namespace steadfast::record
