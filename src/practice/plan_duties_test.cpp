#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/home/caseload.hpp"
#include "record/plans/plan_action.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;
using record::plans::PlanAction;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class DutiesOfPlans : public testing::Test {
protected:
    PlanAction promise(std::optional<Date> by_day, ledger::ItemId owner) const {
        PlanAction action;
        action.action = "Ring the school";
        action.promised_on = on("2026-06-01");
        action.by_day = by_day;
        action.owner.item = owner;
        return action;
    }
    record::DutyStanding standing(std::string_view today) {
        return record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today)).at(0);
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(DutiesOfPlans, owe_an_action_by_its_own_day_and_against_a_name) {
    const auto dev = ledger::ItemId::random();
    const auto action = record_.add({child_}, promise(on("2026-06-05"), dev));
    EXPECT_EQ(standing("2026-06-05").step.state, State::due);
    EXPECT_EQ(standing("2026-06-08").words(on("2026-06-08")), "3 days overdue, was due Fri 5 June 2026");
    EXPECT_EQ(standing("2026-06-08").owed_by, dev);
    PlanAction done = promise(on("2026-06-05"), dev);
    done.done_on = on("2026-06-05");
    record_.amend(action, {child_}, done);
    EXPECT_EQ(standing("2026-06-08").step.state, State::met_in_time);
}

TEST_F(DutiesOfPlans, owe_an_action_that_was_dropped_no_more) {
    PlanAction dropped = promise(on("2026-06-30"), {});
    dropped.dropped_on = on("2026-06-03");
    record_.add({child_}, dropped);
    EXPECT_EQ(standing("2026-07-10").step.state, State::ended);
}

TEST_F(DutiesOfPlans, can_not_say_when_an_action_without_a_day_is_late) {
    record_.add({child_}, promise({}, {}));
    EXPECT_EQ(standing("2026-07-10").step.state, State::start_unknown);
}

TEST_F(DutiesOfPlans, put_what_somebody_promised_on_their_list_and_count_it_for_the_child) {
    record_.add({child_}, promise(on("2026-06-05"), ledger::ItemId::random()));
    record_.add({child_}, promise(on("2026-06-05"), {}));
    const record::Holding held{child_, {}, record_.worker(), {}, "allocated_worker", {}};
    const auto caseload = record::pages::caseload_of(all_duties(), record_.seen(), {held}, on("2026-06-08"));
    EXPECT_EQ(caseload.rows.at(0).overdue, 2U);
    EXPECT_EQ(caseload.overdue.size(), 1U) << "the one that nobody here promised waits for the child's own worker";
}

}  // namespace
}  // namespace steadfast::practice
