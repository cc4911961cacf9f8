#include "law/identifiers.hpp"

#include <gtest/gtest.h>

namespace steadfast::law {
namespace {

TEST(UniquePupilNumber, begins_with_the_letter_that_its_digits_give) {
    EXPECT_EQ(upn_check_letter("000000000000"), 'A');  // 0
    EXPECT_EQ(upn_check_letter("100000000000"), 'C');  // 1 x 2 = 2
    EXPECT_EQ(upn_check_letter("000000000001"), 'P');  // 1 x 13 = 13
    EXPECT_EQ(upn_check_letter("999999999999"), 'F');  // 9 x 90 = 810 = 35 x 23 + 5
    EXPECT_TRUE(is_upn("P000000000001"));
    EXPECT_FALSE(is_upn("Q000000000001"));
}

TEST(UniquePupilNumber, may_end_in_a_letter_while_it_is_temporary) {
    EXPECT_EQ(upn_check_letter("00000000000B"), 'P');  // 1 x 13
    EXPECT_EQ(upn_check_letter("00000000000Z"), 'L');  // 22 x 13 = 286 = 12 x 23 + 10
    EXPECT_TRUE(is_temporary_upn("L00000000000Z"));
    EXPECT_FALSE(is_temporary_upn("P000000000001"));
}

TEST(UniquePupilNumber, is_refused_when_it_is_not_of_the_shape) {
    for (const char* wrong : {"", "UN3", "P00000000001", "P0000000000011", "p000000000001", "PA00000000001", "P00000000000I",
                              "P00000000000o", "1000000000001"})
        EXPECT_FALSE(is_upn(wrong)) << wrong;
}

TEST(NhsNumber, is_held_to_its_check_digit_however_it_is_spaced) {
    EXPECT_EQ(nhs_check_digit("943476591"), '9');
    EXPECT_EQ(nhs_number("943 476 5919"), "9434765919");
    EXPECT_EQ(nhs_number("9434765919"), "9434765919");
    EXPECT_EQ(nhs_number("943-476-5919"), "9434765919");
    EXPECT_EQ(nhs_number("943 476 5918"), std::nullopt);
    EXPECT_EQ(nhs_number("943 476 591"), std::nullopt);
    EXPECT_EQ(nhs_number("943 476 59190"), std::nullopt);
    EXPECT_EQ(nhs_number("943 476 591X"), std::nullopt);
    EXPECT_EQ(nhs_number(""), std::nullopt);
}

TEST(NhsNumber, ends_in_nought_where_the_remainder_is_nought_and_is_never_given_where_it_is_one) {
    EXPECT_EQ(nhs_check_digit("000000000"), '0');
    EXPECT_EQ(nhs_check_digit("000000006"), std::nullopt);  // 6 x 2 = 12, remainder 1
    EXPECT_EQ(nhs_check_digit("000000005"), '1');           // 5 x 2 = 10, remainder 10
}

}  // namespace
}  // namespace steadfast::law
