#include "workforce/measures/measures.hpp"

#include <gtest/gtest.h>

namespace steadfast::workforce {
namespace {

Count fte(std::string_view text) { return FullTime::parse(text); }
std::string said(const Measure& measure) { return measure ? measure->words() : words(measure.error()); }

TEST(FullTime, is_read_and_said_to_the_hundredth_and_adds_up_without_an_error) {
    EXPECT_EQ(FullTime::parse("28482.6")->words(), "28,482.6");
    EXPECT_EQ(FullTime::parse("0.60")->words(), "0.6");
    EXPECT_EQ(FullTime::parse("12")->words(), "12");
    EXPECT_EQ(FullTime::parse("1234567.05")->words(), "1,234,567.05");
    FullTime all;
    for (int i = 0; i < 10; ++i) all += *FullTime::parse("0.1");
    EXPECT_EQ(all, *FullTime::parse("1"));
    EXPECT_EQ((*FullTime::parse("1") - *FullTime::parse("2.5")).words(), "-1.5");
    for (const std::string_view wrong : {"", ".", "1.", ".5", "1.234", "x", "-1", "1,000", " 1", "1 ", "1234567890123456"})
        EXPECT_FALSE(FullTime::parse(wrong)) << wrong;
}

TEST(Measures, agree_with_the_published_rows_of_england_in_2017) {
    const Count in_post = fte("28482.6");
    EXPECT_EQ(said(turnover(fte("3811.8"), in_post)), "13.4");
    EXPECT_EQ(said(agency_rate(fte("5343.2"), in_post)), "15.8");
    EXPECT_EQ(said(vacancy_rate(fte("5822.6"), in_post)), "17.0");
    EXPECT_EQ(said(caseload(316'647, fte("17840.6"))), "17.7");
}

TEST(Measures, round_half_away_from_nought) {
    EXPECT_EQ(said(turnover(fte("0.05"), fte("100"))), "0.1") << "0.05 exactly";
    EXPECT_EQ(said(turnover(fte("0.04"), fte("100"))), "0.0");
    EXPECT_EQ(said(caseload(1, fte("20"))), "0.1");
    EXPECT_EQ(said(three_or_more_workers(27, 100)), "27.0");
    EXPECT_EQ(said(three_or_more_workers(1, 3)), "33.3");
    EXPECT_EQ(said(three_or_more_workers(2, 3)), "66.7");
}

TEST(Measures, count_absence_of_all_working_days_of_those_in_post) {
    EXPECT_EQ(said(absence(2'530, fte("10"))), "10.0") << "253 days of 2,530";
    EXPECT_EQ(said(absence(0, fte("10"))), "0.0") << "nobody was ill, and that is known";
}

TEST(Measures, of_nothing_are_not_nought_but_not_known_with_why) {
    EXPECT_EQ(turnover(fte("0"), fte("0")).error(), NotKnown::nothing_to_share);
    EXPECT_EQ(vacancy_rate(fte("0"), fte("0")).error(), NotKnown::nothing_to_share);
    EXPECT_EQ(turnover({}, fte("10")).error(), NotKnown::count_missing);
    EXPECT_EQ(agency_rate(fte("10"), {}).error(), NotKnown::count_missing);
    EXPECT_EQ(caseload({}, fte("10")).error(), NotKnown::count_missing);
    EXPECT_EQ(said(turnover(fte("0"), fte("10"))), "0.0") << "nobody left, and that is known";
    EXPECT_EQ(said(agency_covering_vacancies(fte("3"), fte("4"))), "75.0");
    EXPECT_EQ(said(vacancies_covered_by_agency(fte("3"), fte("12"))), "25.0");
}

}  // namespace
}  // namespace steadfast::workforce
