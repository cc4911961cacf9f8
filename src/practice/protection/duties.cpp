#include "practice/protection/duties.hpp"

#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Period> periods_of_protection() {
    return {record::each(&ChildProtectionPlan::began, &ChildProtectionPlan::ended).called(record::protection_plan)};
}

std::vector<record::Duty> duties_of_protection() {
    return {
        {
            .timescale = &initial_conference,
            .over = record::each(&Section47Enquiry::began).unless(&Section47Enquiry::conference_not_required),
            .met_by = {record::its_own(&Section47Enquiry::conference_on)},
        },
        {
            .timescale = &review_conference,
            .over = record::protection_plan,
            .met_by = {record::any(&ProtectionPlanReview::held_on, &ProtectionPlanReview::plan)},
        },
    };
}

}  // namespace steadfast::practice
