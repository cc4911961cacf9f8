#include "law/years.hpp"

#include <gtest/gtest.h>

namespace steadfast::law {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(ReturnYear, runs_from_april_to_march_and_is_named_by_its_end) {
    EXPECT_EQ(ReturnYear::of(on("2025-03-31")), ReturnYear(2025));
    EXPECT_EQ(ReturnYear::of(on("2025-04-01")), ReturnYear(2026));
    EXPECT_EQ(ReturnYear(2025).first_day(), on("2024-04-01"));
    EXPECT_EQ(ReturnYear(2025).last_day(), on("2025-03-31"));
    EXPECT_TRUE(ReturnYear(2025).contains(on("2025-03-31")));
    EXPECT_FALSE(ReturnYear(2025).contains(on("2025-04-01")));
}

TEST(ReturnYear, is_written_with_both_years) {
    EXPECT_EQ(ReturnYear(2025).name(), "2024-25");
    EXPECT_EQ(ReturnYear(2000).name(), "1999-00");
    EXPECT_EQ(ReturnYear(2025).words(), "1 April 2024 to 31 March 2025");
    EXPECT_EQ(ReturnYear(2025).next().name(), "2025-26");
    EXPECT_EQ(ReturnYear(2025).previous(), ReturnYear(2024));
}

TEST(ReturnYear, reads_its_names_and_refuses_years_that_do_not_follow) {
    EXPECT_EQ(ReturnYear::parse("2024-25"), ReturnYear(2025));
    EXPECT_EQ(ReturnYear::parse("2024/25"), ReturnYear(2025));
    EXPECT_EQ(ReturnYear::parse("2024 to 2025"), ReturnYear(2025));
    EXPECT_EQ(ReturnYear::parse("1999-00"), ReturnYear(2000));
    for (const char* wrong : {"2024-26", "2024", "2025-2024", "2024 to 2026", "", "24-25", "2024-2025", "abcd-ef", "2024--1", "9999-00"})
        EXPECT_FALSE(ReturnYear::parse(wrong)) << wrong;
}

TEST(SchoolYear, begins_in_september) {
    EXPECT_EQ(SchoolYear::of(on("2025-08-31")).name(), "2024-25");
    EXPECT_EQ(SchoolYear::of(on("2025-09-01")).name(), "2025-26");
    EXPECT_EQ(SchoolYear(2026).last_day(), on("2026-08-31"));
}

}  // namespace
}  // namespace steadfast::law
