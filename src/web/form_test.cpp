#include "web/form.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::web {

namespace {

std::string read(std::string day, std::string month, std::string year) {
    const auto date = read_date({std::move(day), std::move(month), std::move(year)}, "born", "Date of birth");
    if (!date) return date.error().field + ": " + date.error().says;
    return *date ? (*date)->iso() : "nothing";
}

}  // namespace

TEST(TypedDate, is_read_from_digits_and_words) {
    EXPECT_EQ(read("3", "3", "2026"), "2026-03-03");
    EXPECT_EQ(read("03", "March", "2026"), "2026-03-03");
    EXPECT_EQ(read("29", "feb", "2024"), "2024-02-29");
    EXPECT_EQ(read("", "", ""), "nothing");
}

TEST(TypedDate, says_at_which_input_it_is_wrong) {
    EXPECT_EQ(read("", "3", "2026"), "born-day: Date of birth must include a day");
    EXPECT_EQ(read("3", "", "2026"), "born-month: Date of birth must include a month");
    EXPECT_EQ(read("3", "3", ""), "born-year: Date of birth must include a year");
    EXPECT_EQ(read("32", "3", "2026"), "born-day: Date of birth must have a day from 1 to 31");
    EXPECT_EQ(read("-1", "3", "2026"), "born-day: Date of birth must have a day from 1 to 31");
    EXPECT_EQ(read("3", "13", "2026"), "born-month: Date of birth must have a month from 1 to 12");
    EXPECT_EQ(read("3", "ma", "2026"), "born-month: Date of birth must have a month from 1 to 12");
    EXPECT_EQ(read("3", "marching", "2026"), "born-month: Date of birth must have a month from 1 to 12");
    EXPECT_EQ(read("3", "3", "26"), "born-year: Date of birth must have a year of four digits, such as 2026");
    EXPECT_EQ(read("29", "2", "2026"), "born-day: Date of birth must be a day that is in the calendar");
}

RC_GTEST_PROP(TypedDate, never_takes_what_is_not_a_date,
              (const std::string& day, const std::string& month, const std::string& year)) {
    const auto date = read_date({day, month, year}, "x", "X");
    if (date && *date) RC_ASSERT(std::to_string((*date)->year()) == year);
}

TEST(FormReader, trims_and_mends_line_ends) {
    const Fields form{{"note", "  first\r\nsecond\rthird \r\n"}, {"empty", "   "}};
    const FormReader reader(form);
    EXPECT_EQ(reader.text("note"), "first\nsecond\nthird");
    EXPECT_EQ(reader.text("empty"), "");
    EXPECT_EQ(reader.text("absent"), "");
}

TEST(FormReader, gathers_errors_in_the_order_of_the_fields) {
    const Fields form{{"name", " "},      {"long", "äöü"},       {"born-day", "1"},
                      {"born-month", ""}, {"born-year", "2020"}, {"weeks", "99"}};
    FormReader reader(form);
    reader.required_text("name", "Enter a name");
    reader.required_text("long", "Enter it", 2);
    EXPECT_FALSE(reader.date("born", "Date of birth"));
    EXPECT_FALSE(reader.required_date("seen", "the day of the visit"));
    EXPECT_FALSE(reader.number("weeks", "Weeks", 0, 52));
    std::string all;
    for (const auto& error : reader.errors()) all += error.field + ": " + error.says + "\n";
    EXPECT_EQ(all,
              "name: Enter a name\nlong: Shorten this to 2 letters or fewer\nborn-month: Date of birth must include a month\n"
              "seen-day: Enter the day of the visit\nweeks: Weeks must be a whole number from 0 to 52\n");
    EXPECT_EQ(reader.errors().at("born"), "Date of birth must include a month");
    EXPECT_EQ(reader.errors().part_of("born"), "month");
    EXPECT_EQ(reader.errors().at("bor"), "");
    EXPECT_EQ(reader.errors().at("weeks"), "Weeks must be a whole number from 0 to 52");
}

TEST(FormReader, counts_letters_and_not_bytes) {
    const Fields form{{"name", "Zoë Müller"}};
    FormReader reader(form);
    EXPECT_EQ(reader.required_text("name", "Enter a name", 10), "Zoë Müller");
    EXPECT_TRUE(reader.errors().empty());
}

}  // namespace steadfast::web
