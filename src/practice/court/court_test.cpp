#include "practice/court/legal_planning.hpp"
#include "practice/court/proceedings.hpp"
#include "practice/court/section_20.hpp"
#include "practice/court/timescales.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Section20Agreement, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Section20Agreement>(); }
TEST(LegalPlanning, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<LegalPlanning>(); }
TEST(LegalPlanning, goes_out_with_nothing) { EXPECT_EQ(record::type_of<LegalPlanning>().goes_out(), record::GoesOut::never); }
TEST(CourtProceedings, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CourtProceedings>(); }
TEST(CourtHearing, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CourtHearing>(); }

class CourtDuties : public testing::Test {
protected:
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all;
    }
    State state(std::string_view key, std::string_view today) { return standings(key, today).at(0).step.state; }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(CourtDuties, care_proceedings_end_within_26_weeks_that_begin_with_the_day_of_issue) {
    CourtProceedings proceedings;
    proceedings.issued_on = on("2024-01-01");   // In a leap year: week 27 begins on Monday 1 July.
    proceedings.application.code = "care";
    const auto item = record_.add({child_}, proceedings);
    EXPECT_EQ(standings("care_proceedings", "2024-02-01").at(0).step.due, on("2024-06-30"));
    EXPECT_EQ(state("care_proceedings", "2024-06-30"), State::due);
    EXPECT_EQ(state("care_proceedings", "2024-07-01"), State::overdue);
    proceedings.ended_on = on("2024-06-30");
    record_.amend(item, {child_}, proceedings);
    EXPECT_EQ(state("care_proceedings", "2024-08-01"), State::met_in_time);
    proceedings.ended_on = on("2024-07-01");
    record_.amend(item, {child_}, proceedings);
    EXPECT_EQ(state("care_proceedings", "2024-08-01"), State::met_late);
}

TEST_F(CourtDuties, what_the_court_extended_ends_by_its_new_day) {
    CourtProceedings proceedings;
    proceedings.issued_on = on("2024-01-01");
    proceedings.application.code = "care";
    proceedings.is_extended = true;
    proceedings.extended_to = on("2024-08-25");
    record_.add({child_}, proceedings);
    EXPECT_TRUE(standings("care_proceedings", "2024-07-10").empty());
    EXPECT_EQ(state("care_proceedings_extended", "2024-08-25"), State::due);
    EXPECT_EQ(state("care_proceedings_extended", "2024-08-26"), State::overdue);
}

TEST_F(CourtDuties, other_applications_have_no_26_weeks) {
    CourtProceedings proceedings;
    proceedings.issued_on = on("2024-01-01");
    proceedings.application.code = "secure";
    record_.add({child_}, proceedings);
    EXPECT_TRUE(standings("care_proceedings", "2024-12-01").empty());
}

TEST_F(CourtDuties, what_is_to_be_filed_is_owed_by_the_courts_day_and_nothing_where_nothing_is) {
    CourtHearing hearing;
    hearing.listed_for = When::day(on("2026-03-30"));
    hearing.kind.code = "case_management";
    const auto item = record_.add({child_}, hearing);
    EXPECT_TRUE(standings("court_filing", "2026-04-01").empty());
    hearing.must_file = true;
    hearing.ordered_on = on("2026-03-02");
    hearing.file_by = on("2026-03-20");
    record_.amend(item, {child_}, hearing);
    EXPECT_EQ(state("court_filing", "2026-03-20"), State::due);
    EXPECT_EQ(state("court_filing", "2026-03-21"), State::overdue);
    hearing.filed_on = on("2026-03-20");
    record_.amend(item, {child_}, hearing);
    EXPECT_EQ(state("court_filing", "2026-03-21"), State::met_in_time);
}

TEST_F(CourtDuties, an_agreement_is_looked_at_again_by_the_day_in_it_unless_it_ended) {
    Section20Agreement agreement;
    agreement.agreed_on = on("2026-03-02");
    agreement.look_again_by = on("2026-04-30");
    const auto item = record_.add({child_}, agreement);
    EXPECT_EQ(state("section_20_looked_at", "2026-04-30"), State::due);
    EXPECT_EQ(state("section_20_looked_at", "2026-05-01"), State::overdue);
    agreement.ended_on = on("2026-04-15");
    record_.amend(item, {child_}, agreement);
    EXPECT_EQ(state("section_20_looked_at", "2026-05-01"), State::ended);
}

}  // namespace
}  // namespace steadfast::practice
