#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "practice/transition/timescales.hpp"
#include "practice/transition/transition_assessment.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(TransitionAssessment, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<TransitionAssessment>(); }

TEST(TransitionAssessment, is_owed_by_the_day_that_was_planned_and_not_where_it_is_not_wanted) {
    record::RecordForTests record(catalogue_for_tests());
    const ledger::SubjectId child = record.add_child();
    TransitionAssessment assessment{.likely_on = on("2026-01-05"), .of = {"young_carer"}, .by = on("2028-02-29")};
    const auto item = record.add({child}, assessment);
    const auto state = [&](std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record.seen(), record.seen().child(child).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != transition_assessed.key; });
        return all.at(0).step.state;
    };
    EXPECT_EQ(state("2028-02-29"), State::due);
    EXPECT_EQ(state("2028-03-01"), State::overdue);
    assessment.assessed_on = on("2028-02-29");
    record.amend(item, {child}, assessment);
    EXPECT_EQ(state("2028-03-01"), State::met_in_time);
    assessment.assessed_on = {};
    assessment.declined_on = on("2027-11-01");
    record.amend(item, {child}, assessment);
    EXPECT_EQ(state("2028-03-01"), State::ended);
}

}  // namespace
}  // namespace steadfast::practice
