#include "record/plans/plan.hpp"
#include "record/plans/plan_action.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::record::plans {
namespace {

TEST(Plan, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Plan>(); }
TEST(PlanAction, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<PlanAction>(); }

TEST(Plan, tells_when_and_what_in_one_line) {
    Plan plan;
    plan.kind.code = "in_need";
    plan.agreed_on = Date::of(2026, 3, 3);
    plan.must_be_different = "Somebody sober is with the children every night.";
    const Values values = type_of<Plan>().values_of(plan);
    EXPECT_EQ(type_of<Plan>().happened(values).text(), "2026-03-03");
    EXPECT_EQ(type_of<Plan>().summary(values), "Child in need plan; Somebody sober is with the children every night.");
}

TEST(PlanAction, is_on_no_chronology_for_a_promise_is_no_event) { EXPECT_EQ(type_of<PlanAction>().tells(), Tells::what_is_planned); }

TEST(PlanAction, is_overdue_the_day_after_its_day_and_never_once_it_is_done_or_dropped) {
    PlanAction action;
    const Date day = Date::of(2026, 3, 3).value();
    EXPECT_FALSE(action.is_overdue(day)) << "without a day nothing is late";
    action.by_day = day;
    EXPECT_FALSE(action.is_overdue(day));
    EXPECT_TRUE(action.is_overdue(day.plus_days(1)));
    action.dropped_on = day;
    EXPECT_FALSE(action.is_overdue(day.plus_days(1)));
    action.dropped_on.reset();
    action.done_on = day.plus_days(1);
    EXPECT_FALSE(action.is_overdue(day.plus_days(2)));
}

}  // namespace
}  // namespace steadfast::record::plans
