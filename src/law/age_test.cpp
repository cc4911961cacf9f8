#include "law/age.hpp"

#include <gtest/gtest.h>

namespace steadfast::law {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Age, is_attained_when_the_birthday_begins) {
    EXPECT_EQ(age_on(on("2010-06-15"), on("2028-06-14")), 17);
    EXPECT_EQ(age_on(on("2010-06-15"), on("2028-06-15")), 18);
    EXPECT_EQ(attains(on("2010-06-15"), 18), on("2028-06-15"));
}

TEST(Age, of_a_child_born_on_29_february_is_attained_on_1_march_of_a_common_year) {
    EXPECT_EQ(age_on(on("2008-02-29"), on("2026-02-28")), 17);
    EXPECT_EQ(age_on(on("2008-02-29"), on("2026-03-01")), 18);
    EXPECT_EQ(attains(on("2008-02-29"), 18), on("2026-03-01"));
    EXPECT_EQ(attains(on("2008-02-29"), 16), on("2024-02-29"));
    EXPECT_EQ(age_on(on("2008-02-29"), on("2024-02-28")), 15);
    EXPECT_EQ(age_on(on("2008-02-29"), on("2024-02-29")), 16);
}

TEST(Age, is_none_before_birth_and_nought_on_the_day) {
    EXPECT_EQ(age_on(on("2026-06-15"), on("2026-06-14")), std::nullopt);
    EXPECT_EQ(age_on(on("2026-06-15"), on("2020-01-01")), std::nullopt);
    EXPECT_EQ(age_on(on("2026-06-15"), on("2026-06-15")), 0);
    EXPECT_EQ(age_in_months_on(on("2026-06-15"), on("2026-06-14")), std::nullopt);
}

TEST(Age, in_months_is_complete_on_the_day_or_on_the_first_of_the_next_month) {
    EXPECT_EQ(age_in_months_on(on("2025-12-31"), on("2026-02-28")), 1);
    EXPECT_EQ(age_in_months_on(on("2025-12-31"), on("2026-03-01")), 2);
    EXPECT_EQ(age_in_months_on(on("2025-12-31"), on("2026-03-31")), 3);
    EXPECT_EQ(age_in_months_on(on("2026-01-15"), on("2026-06-14")), 4);
    EXPECT_EQ(age_in_months_on(on("2026-01-15"), on("2026-06-15")), 5);
}

TEST(Age, agrees_with_its_own_birthdays_for_every_day_of_birth) {
    for (Date birth = on("2007-12-01"); birth <= on("2008-12-31"); birth = birth.plus_days(1)) {
        for (const int age : {1, 4, 10, 16, 17, 18, 25}) {
            const Date birthday = attains(birth, age);
            EXPECT_EQ(age_on(birth, birthday), age) << birth.iso();
            EXPECT_EQ(age_on(birth, birthday.plus_days(-1)), age - 1) << birth.iso();
        }
    }
}

}  // namespace
}  // namespace steadfast::law
