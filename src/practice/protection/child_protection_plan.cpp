#include "practice/protection/child_protection_plan.hpp"

using steadfast::practice::ChildProtectionPlan;

namespace steadfast::record {

template <>
const ItemType& type_of<ChildProtectionPlan>() {
    static const ItemType type(
        {.key = "child_protection_plan",
         .name = "Child protection plan",
         .plural = "Child protection plans",
         .happened = "began",
         .ended = "ended",
         .summary = {"latest_category", "earlier_plans", "ended"}},
        {
            field<&ChildProtectionPlan::referral>("referral", "Referral").natural_key(),
            field<&ChildProtectionPlan::began>("began", "Began")
                .natural_key()
                .from("cin_census", "protection_plan", "CPPstartDate"),
            field<&ChildProtectionPlan::ended>("ended", "Ended").from("cin_census", "protection_plan", "CPPendDate"),
            field<&ChildProtectionPlan::first_category>("first_category", "Category at the start")
                .from("cin_census", "protection_plan", "InitialCategoryOfAbuse"),
            field<&ChildProtectionPlan::latest_category>("latest_category", "Category")
                .from("cin_census", "protection_plan", "LatestCategoryOfAbuse"),
            field<&ChildProtectionPlan::earlier_plans>("earlier_plans", "Plans before this one")
                .from("cin_census", "protection_plan", "NumberOfPreviousCPP"),
        });
    return type;
}

}  // namespace steadfast::record
