#include "record/people/checks.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

TEST(Checks, take_an_nhs_number_however_spaced_and_say_which_last_digit_would_be_right) {
    EXPECT_EQ(checked_nhs_number("943 476 5919"), "9434765919");
    EXPECT_EQ(checked_nhs_number("943-476-5919"), "9434765919");
    EXPECT_EQ(checked_nhs_number("9434765917").error(), "The NHS number must have 10 digits and a right check digit; its last digit would be 9");
    EXPECT_EQ(checked_nhs_number("94347659").error(), "The NHS number must have 10 digits, like 943 476 5919");
    EXPECT_EQ(checked_nhs_number("943476591O").error(), "The NHS number must have 10 digits, like 943 476 5919");
    // 1 x 10 + 6 x 2 = 22 would be 0; 9 x 10 + 9 x 9 ... 100000001 gives 12 mod 11 = 1, whose check would be 10.
    EXPECT_NE(checked_nhs_number("1000000010").error().find("none is given out"), std::string::npos);
}

TEST(Checks, say_which_letter_a_unique_pupil_number_would_begin_with) {
    EXPECT_EQ(checked_upn("p000000000001"), "P000000000001");
    EXPECT_EQ(checked_upn("Q000000000001").error(), "The unique pupil number must begin with its check letter; with these digits it would be P");
    EXPECT_NE(checked_upn("UN3").error().find("a letter and 12 digits"), std::string::npos);
}

TEST(Checks, write_a_postcode_as_post_is_addressed_and_refuse_what_has_no_such_shape) {
    for (const auto& [typed, kept] : {std::pair("ls14ap", "LS1 4AP"), std::pair("M1 1AA", "M1 1AA"), std::pair("ec1a1bb", "EC1A 1BB"),
                                      std::pair("W1A 0AX", "W1A 0AX"), std::pair("cr26xh", "CR2 6XH"), std::pair("DN551PT", "DN55 1PT"), std::pair(" b33 8th ", "B33 8TH")})
        EXPECT_EQ(checked_postcode(typed), kept) << typed;
    for (const char* wrong : {"", "L", "LS1", "LS1 4A", "LS1 44P", "1LS 4AP", "LS1 4APX", "LSX 4AP", "LS1\xC3\xA9" "4AP"})
        EXPECT_FALSE(checked_postcode(wrong)) << wrong;
}

TEST(Checks, take_up_to_twelve_digits_as_a_property_reference) {
    EXPECT_EQ(checked_uprn("100 0234 5678"), "10002345678");
    EXPECT_FALSE(checked_uprn("1234567890123"));
    EXPECT_FALSE(checked_uprn("UPRN 5"));
}

}  // namespace
}  // namespace steadfast::record
