#include "practice/allegations/allegation.hpp"

#include "practice/allegations/timescales.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::type_of;
using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(Allegation, goes_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<Allegation>();
    record::expect_there_and_back<AllegationReview>();
    record::expect_there_and_back<AccusedAdult>();
}

TEST(Allegation, says_who_the_adult_is_nowhere) {
    for (const record::Field& field : type_of<Allegation>().fields()) EXPECT_NE(field.key, "name");
    EXPECT_EQ(type_of<Allegation>().goes_out(), record::GoesOut::when_asked_for);
}

class AnAllegation : public testing::Test {
protected:
    AnAllegation() {
        allegation_.happened = When::day(on("2026-03-30"));
        allegation_.known_on = on("2026-04-02");   // The Thursday before Easter.
        allegation_.work.code = "school";
        item_ = record_.add({child_}, allegation_);
    }
    void change() { record_.amend(item_, {child_}, allegation_); }
    std::vector<record::DutyStanding> standings(const law::Timescale& timescale, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != timescale.key; });
        std::ranges::sort(all, {}, [](const auto& one) { return one.step.number; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    Allegation allegation_;
    ledger::ItemId item_;
};

TEST_F(AnAllegation, is_told_to_the_designated_officer_on_the_next_working_day) {
    EXPECT_EQ(standings(designated_officer_told, "2026-04-02").at(0).step.due, on("2026-04-07")) << "the Tuesday after Easter";
    EXPECT_EQ(standings(designated_officer_told, "2026-04-08").at(0).step.state, State::overdue);
    allegation_.told_on = on("2026-04-07");
    change();
    EXPECT_EQ(standings(designated_officer_told, "2026-04-20").at(0).step.state, State::met_in_time);
    allegation_.told_on = on("2026-04-08");
    change();
    EXPECT_EQ(standings(designated_officer_told, "2026-04-20").at(0).step.state, State::met_late);
}

TEST_F(AnAllegation, is_reviewed_after_four_weeks_and_then_each_fortnight_until_it_is_concluded) {
    EXPECT_TRUE(standings(allegation_reviewed, "2026-05-20").empty()) << "nobody decided yet to take it further";
    allegation_.told_on = on("2026-04-07");
    allegation_.evaluated_on = on("2026-04-08");
    allegation_.is_taken_further = true;
    change();
    EXPECT_EQ(standings(allegation_reviewed, "2026-04-09").at(0).step.due, on("2026-05-06"));
    record_.add({child_}, AllegationReview{.held_on = on("2026-05-06"), .progress = {"Two of four talks held"}, .next = {}});
    const auto two = standings(allegation_reviewed, "2026-05-07");
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two.at(1).step.due, on("2026-05-20"));
    allegation_.concluded_on = on("2026-05-20");
    allegation_.outcome.code = "unsubstantiated";
    change();
    EXPECT_EQ(standings(allegation_reviewed, "2026-06-20").at(1).step.state, State::ended);
}

TEST_F(AnAllegation, is_concluded_in_three_months_which_may_end_on_a_months_last_day) {
    allegation_.known_on = on("2025-11-30");
    change();
    EXPECT_EQ(standings(allegation_concluded, "2026-02-28").at(0).step.due, on("2026-02-28"));
    EXPECT_EQ(standings(allegation_concluded, "2026-02-28").at(0).step.state, State::due);
    EXPECT_EQ(standings(allegation_concluded, "2026-03-01").at(0).step.state, State::overdue);
}

TEST_F(AnAllegation, is_owed_no_conclusion_once_it_is_the_employers_to_deal_with) {
    EXPECT_EQ(standings(allegation_concluded, "2026-04-10").size(), 1U) << "nobody has said yet";
    allegation_.evaluated_on = on("2026-04-08");
    allegation_.is_taken_further = false;
    change();
    EXPECT_TRUE(standings(allegation_concluded, "2026-04-10").empty());
    allegation_.is_taken_further = true;
    change();
    EXPECT_EQ(standings(allegation_concluded, "2026-04-10").size(), 1U);
}

}  // namespace
}  // namespace steadfast::practice
