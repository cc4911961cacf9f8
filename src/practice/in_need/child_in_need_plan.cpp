#include "practice/in_need/child_in_need_plan.hpp"

using steadfast::practice::ChildInNeedPlan;

namespace steadfast::record {

template <>
const ItemType& type_of<ChildInNeedPlan>() {
    static const ItemType type(
        {.key = "child_in_need_plan",
         .name = "Child in need plan",
         .plural = "Child in need plans",
         .happened = "began",
         .ended = "ended",
         .summary = {"ended"}},
        {
            field<&ChildInNeedPlan::referral>("referral", "Referral").natural_key(),
            field<&ChildInNeedPlan::began>("began", "Began").natural_key().from("cin_census", "cin_plan", "CINPlanStartDate"),
            field<&ChildInNeedPlan::ended>("ended", "Ended").from("cin_census", "cin_plan", "CINPlanEndDate"),
        });
    return type;
}

}  // namespace steadfast::record
