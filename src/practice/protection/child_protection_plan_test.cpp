#include "practice/protection/child_protection_plan.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(ChildProtectionPlan, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<ChildProtectionPlan>(); }

TEST(ChildProtectionPlan, tells_when_and_what_in_one_line) {
    ChildProtectionPlan plan;
    plan.began = Date::of(2024, 4, 26);
    plan.latest_category.code = "NEG";
    plan.earlier_plans = 1;
    const record::Values values = type_of<ChildProtectionPlan>().values_of(plan);
    EXPECT_EQ(type_of<ChildProtectionPlan>().happened(values).text(), "2024-04-26");
    EXPECT_EQ(type_of<ChildProtectionPlan>().summary(values), "Neglect; Plans before this one: 1");
}

}  // namespace
}  // namespace steadfast::practice
