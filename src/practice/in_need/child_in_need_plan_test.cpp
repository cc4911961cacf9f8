#include "practice/in_need/child_in_need_plan.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(ChildInNeedPlan, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<ChildInNeedPlan>(); }

TEST(ChildInNeedPlan, tells_when_and_what_in_one_line) {
    ChildInNeedPlan plan;
    plan.began = Date::of(2024, 2, 29);
    const record::Values values = type_of<ChildInNeedPlan>().values_of(plan);
    EXPECT_EQ(type_of<ChildInNeedPlan>().happened(values).text(), "2024-02-29");
    EXPECT_EQ(type_of<ChildInNeedPlan>().summary(values), "");
}

}  // namespace
}  // namespace steadfast::practice
