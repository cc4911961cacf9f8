#include "web/sign_in/recovery_codes.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace steadfast::web {
namespace {

TEST(RecoveryCodes, are_ten_that_differ_and_can_be_read_out) {
    const auto codes = new_recovery_codes();
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), recovery_codes_at_once);
    for (const std::string& code : codes) EXPECT_TRUE(std::regex_match(code, std::regex("([2-9a-hjkmnp-z]{4}-){2}[2-9a-hjkmnp-z]{4}"))) << code;
}

TEST(RecoveryCodes, are_known_again_however_they_are_typed) {
    const std::string kept = kept_of_recovery_code("k7qf-2m9x-hp3t");
    EXPECT_EQ(kept_of_recovery_code("K7QF 2M9X HP3T"), kept);
    EXPECT_EQ(kept_of_recovery_code(" k7qf2m9xhp3t "), kept);
    EXPECT_NE(kept_of_recovery_code("k7qf-2m9x-hp3u"), kept);
    EXPECT_EQ(kept.find("k7qf"), std::string::npos);
}

}  // namespace
}  // namespace steadfast::web
