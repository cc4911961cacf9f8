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

class ARestart : public testing::Test {
protected:
    RateLimit started() {
        return {secret_, kept_, [this](const std::string& counts, Instant until) {
                    kept_ = counts;
                    until_ = until;
                }};
    }
    Bytes32 secret_ = random_bytes32();
    std::string kept_;
    Instant until_;
};

TEST_F(ARestart, forgets_no_count_and_no_address) {
    {
        RateLimit limit = started();
        EXPECT_TRUE(limit.begin("192.0.2.1", at(0), few));
        EXPECT_TRUE(limit.begin("192.0.2.1", at(1), few));
    }
    EXPECT_EQ(until_, at(3'600));
    EXPECT_EQ(kept_.find("192.0"), std::string::npos) << "no address stands in it";
    {
        RateLimit limit = started();
        EXPECT_FALSE(limit.begin("192.0.2.1", at(2), few));
        EXPECT_TRUE(limit.begin("192.0.2.2", at(3), few));
        EXPECT_FALSE(limit.begin("192.0.2.3", at(4), few)) << "three by all together";
    }
    RateLimit later = started();
    EXPECT_TRUE(later.begin("192.0.2.1", at(3'600), few));
}

TEST_F(ARestart, takes_what_it_can_not_read_for_nothing) {
    for (const char* text : {"x", "1800000000 short 2", "1800000000 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1800000000 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA -5",
                             "1800000000 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 99999999999999999999"}) {
        kept_ = text;
        RateLimit limit = started();
        EXPECT_TRUE(limit.begin("192.0.2.1", at(0), few)) << text;
    }
}

}  // namespace
}  // namespace steadfast::web
