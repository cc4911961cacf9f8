#include "web/rate_limit.hpp"

#include <gtest/gtest.h>

namespace steadfast::web {
namespace {

Instant at(std::int64_t seconds) { return Instant::from_seconds(1'800'000'000 + seconds); }
constexpr RateLimit::Terms few{.of_an_address = 2, .overall = 3, .seconds = 3'600};

TEST(RateLimit, stops_one_address_and_lets_another_through) {
    RateLimit limit;
    EXPECT_TRUE(limit.begin("192.0.2.1", at(0), few));
    EXPECT_TRUE(limit.begin("192.0.2.1", at(1), few));
    const auto refused = limit.begin("192.0.2.1", at(1'800), few);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what_to_do, "Wait 30 minutes and send it again.");
    EXPECT_TRUE(limit.begin("192.0.2.2", at(1'801), few));
}

TEST(RateLimit, stops_a_flood_from_many_addresses) {
    RateLimit limit;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.begin("192.0.2." + std::to_string(i), at(i), few));
    for (int i = 3; i < 500; ++i) EXPECT_FALSE(limit.begin("192.0.2." + std::to_string(i), at(i), few));
}

TEST(RateLimit, starts_anew_when_the_stretch_is_over_or_the_clock_was_put_back) {
    RateLimit limit;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.begin("192.0.2." + std::to_string(i), at(i), few));
    EXPECT_FALSE(limit.begin("192.0.2.9", at(3'599), few));
    EXPECT_TRUE(limit.begin("192.0.2.9", at(3'600), few));
    EXPECT_TRUE(limit.begin("192.0.2.9", at(-10), few));
}

}  // namespace
}  // namespace steadfast::web
