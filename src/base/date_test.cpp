#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/when.hpp"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

TEST(Date, reads_british_and_iso_dates_and_refuses_days_that_do_not_exist) {
    EXPECT_EQ(Date::parse_british("31/03/2026"), Date::of(2026, 3, 31));
    EXPECT_EQ(Date::parse_british("1/4/2026"), Date::of(2026, 4, 1));
    EXPECT_EQ(Date::parse_iso("2024-02-29"), Date::of(2024, 2, 29));
    for (const char* wrong : {"31/02/2026", "29/02/2025", "00/01/2026", "2026/01/01", "31/03/26", "", "31/03/2026 ", "a/b/2026"})
        EXPECT_FALSE(Date::parse_british(wrong)) << wrong;
    for (const char* wrong : {"2026-13-01", "2026-1-01", "20260101", "1799-12-31", "2300-01-01"})
        EXPECT_FALSE(Date::parse_iso(wrong)) << wrong;
}

TEST(Date, adds_months_without_leaving_the_month) {
    EXPECT_EQ(Date::of(2026, 1, 31)->plus_months(1), Date::of(2026, 2, 28));
    EXPECT_EQ(Date::of(2024, 1, 31)->plus_months(1), Date::of(2024, 2, 29));
    EXPECT_EQ(Date::of(2024, 2, 29)->plus_years(1), Date::of(2025, 2, 28));
    EXPECT_EQ(Date::of(2026, 3, 31)->plus_months(-1), Date::of(2026, 2, 28));
}

TEST(Date, says_itself_in_words) { EXPECT_EQ(Date::of(2026, 3, 3)->words_with_weekday(), "Tue 3 March 2026"); }

TEST(Instant, reads_back_what_it_writes) {
    const auto instant = Instant::from_microseconds(1'774'965'731'000'123);
    EXPECT_EQ(Instant::parse_iso(instant.iso()), instant);
    EXPECT_FALSE(Instant::parse_iso("2026-03-31T25:00:00Z"));
    const auto before = Instant::from_microseconds(-1);
    EXPECT_EQ(before.iso(), "1969-12-31T23:59:59.999999Z");
}

TEST(When, reads_back_every_precision_it_writes) {
    for (const char* text : {"", "2026", "2026-03", "2026-03-31", "2026-03-31T14:02+01:00", "2026-03-31/2026-04-02",
                             "2026-10-25T01:30+00:00", "2026-10-25T01:30+01:00", "2026/2026-04"}) {
        const auto when = When::parse(text);
        ASSERT_TRUE(when) << text;
        EXPECT_EQ(when->text(), text);
        EXPECT_EQ(When::from_canonical(when->canonical()), when) << text;
    }
    for (const char* wrong : {"26", "2026-3", "2026-02-30", "2026-03-31T24:00+00:00", "2026-03-31T14:02", "x/y"})
        EXPECT_FALSE(When::parse(wrong)) << wrong;
}

TEST(When, tells_the_two_half_past_ones_of_an_october_night_apart) {
    const auto summer = When::parse("2026-10-25T01:30+01:00");
    const auto winter = When::parse("2026-10-25T01:30+00:00");
    EXPECT_EQ(winter->start().at - summer->start().at, 60);
    EXPECT_EQ(summer->first_day(), winter->first_day());
}

TEST(When, keeps_the_day_of_the_clock_on_the_wall) {
    EXPECT_EQ(When::parse("2026-06-02T00:30+01:00")->first_day(), Date::of(2026, 6, 2));
}

TEST(Id, reads_back_what_it_writes_and_nothing_else) {
    const auto id = IdBytes::random();
    EXPECT_EQ(IdBytes::parse(id.text()), id);
    EXPECT_FALSE(IdBytes::parse(id.text().substr(1)));
    EXPECT_FALSE(IdBytes::parse("G" + id.text().substr(1)));
    EXPECT_NE(IdBytes::random(), id);
}

}  // namespace
}  // namespace steadfast
