#include "web/sign_in/one_time_code.hpp"

#include <gtest/gtest.h>

namespace steadfast::web {
namespace {

// RFC 6238, appendix B: the secret "12345678901234567890" and its codes by SHA-1, of which six digits are shown.
const OneTimeSecret of_the_rfc{"12345678901234567890"};

TEST(OneTimeCode, agrees_with_the_vectors_of_the_rfc) {
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(59)), "287082");
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(1111111109)), "081804");
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(1111111111)), "050471");
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(1234567890)), "005924");
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(2000000000)), "279037");
    EXPECT_EQ(code_at(of_the_rfc, Instant::from_seconds(20000000000)), "353130");
}

TEST(OneTimeCode, is_taken_from_the_step_before_and_after_and_no_further) {
    const Instant now = Instant::from_seconds(1111111111);
    const std::uint64_t step = 1111111111 / 30;
    EXPECT_EQ(step_of_code(of_the_rfc, code_at(of_the_rfc, now), now), step);
    EXPECT_EQ(step_of_code(of_the_rfc, code_at(of_the_rfc, now.plus_seconds(-30)), now), step - 1);
    EXPECT_EQ(step_of_code(of_the_rfc, code_at(of_the_rfc, now.plus_seconds(30)), now), step + 1);
    EXPECT_FALSE(step_of_code(of_the_rfc, code_at(of_the_rfc, now.plus_seconds(-60)), now));
    EXPECT_FALSE(step_of_code(of_the_rfc, code_at(of_the_rfc, now.plus_seconds(60)), now));
}

TEST(OneTimeCode, may_be_typed_with_a_space) {
    EXPECT_TRUE(step_of_code(of_the_rfc, "050 471", Instant::from_seconds(1111111111)));
    EXPECT_TRUE(step_of_code(of_the_rfc, " 050471 ", Instant::from_seconds(1111111111)));
    EXPECT_FALSE(step_of_code(of_the_rfc, "50471", Instant::from_seconds(1111111111)));
    EXPECT_FALSE(step_of_code(of_the_rfc, "", Instant::from_seconds(1111111111)));
    EXPECT_FALSE(step_of_code(of_the_rfc, std::string(10'000, '0'), Instant::from_seconds(1111111111)));
}

TEST(OneTimeSecret, is_typed_as_letters_and_comes_back) {
    const OneTimeSecret secret = OneTimeSecret::random();
    EXPECT_EQ(OneTimeSecret::in_letters(secret.letters())->bytes, secret.bytes);
    EXPECT_EQ(OneTimeSecret::in_letters(secret.letters_in_groups())->bytes, secret.bytes);
    EXPECT_EQ(of_the_rfc.letters_in_groups(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_FALSE(OneTimeSecret::in_letters("GEZD GNBV"));
    EXPECT_FALSE(OneTimeSecret::in_letters("0189 not base32"));
    EXPECT_NE(OneTimeSecret::random().bytes, secret.bytes);
}

TEST(OneTimeSecret, is_read_by_an_app_with_whose_it_is) {
    EXPECT_EQ(authenticator_address("Steadfast, Northshire", "amira", of_the_rfc),
              "otpauth://totp/Steadfast%2C%20Northshire:amira?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Steadfast%2C%20Northshire"
              "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace steadfast::web
