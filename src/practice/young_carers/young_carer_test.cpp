#include "practice/young_carers/young_carer.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "practice/young_carers/timescales.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(YoungCarerAssessment, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<YoungCarerAssessment>(); }

class AYoungCarer : public testing::Test {
protected:
    AYoungCarer() {
        assessment_.asked_on = on("2026-03-27");   // The Friday before Easter week.
        item_ = record_.add({child_}, assessment_);
    }
    void change() { record_.amend(item_, {child_}, assessment_); }
    std::vector<record::DutyStanding> standings(std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != young_carer_assessed.key; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    YoungCarerAssessment assessment_;
    ledger::ItemId item_;
};

TEST_F(AYoungCarer, is_assessed_in_45_working_days_with_four_bank_holidays_between) {
    EXPECT_EQ(standings("2026-03-30").at(0).step.due, on("2026-06-04")) << "Good Friday, Easter Monday and both of May";
    EXPECT_EQ(standings("2026-06-04").at(0).step.state, State::due);
    EXPECT_EQ(standings("2026-06-05").at(0).step.state, State::overdue);
    assessment_.assessed_on = on("2026-06-04");
    change();
    EXPECT_EQ(standings("2026-06-05").at(0).step.state, State::met_in_time);
}

TEST_F(AYoungCarer, who_does_not_want_it_is_owed_none) {
    assessment_.declined_on = on("2026-04-10");
    change();
    EXPECT_EQ(standings("2026-07-01").at(0).step.state, State::ended);
    EXPECT_EQ(standings("2026-07-01").at(0).words(on("2026-07-01")), "not wanted 10 April 2026");
}

TEST_F(AYoungCarer, was_owed_none_before_the_law_was_in_force) {
    assessment_.asked_on = on("2015-03-31");
    change();
    EXPECT_TRUE(standings("2015-12-01").empty());
    assessment_.asked_on = on("2015-04-01");
    change();
    EXPECT_EQ(standings("2015-12-01").size(), 1U);
}

}  // namespace
}  // namespace steadfast::practice
