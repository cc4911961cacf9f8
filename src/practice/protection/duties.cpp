#include "practice/protection/duties.hpp"

#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/police_protection.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/timescales.hpp"
#include "record/meetings/meeting.hpp"

namespace steadfast::practice {

using record::meetings::Meeting;

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
        {
            .timescale = &strategy_discussion,
            .over = record::each(&Meeting::needed_since, &Meeting::called_off_on).only_where(&Meeting::kind, {"strategy_discussion"}),
            .met_by = {record::its_own(&Meeting::held_at)},
        },
        {
            .timescale = &core_group,
            .over = record::protection_plan,
            .met_by = {record::any(&Meeting::held_at).where(&Meeting::kind, {"core_group"})},
        },
        {
            .timescale = &police_protection_ends,
            .over = record::each(&PoliceProtection::began),
            .met_by = {record::its_own(&PoliceProtection::ended)},
        },
        {
            .timescale = &emergency_order_ends,
            .over = record::each(&EmergencyProtectionOrder::made),
            .met_by = {record::its_own(&EmergencyProtectionOrder::ended)},
            .due_on = record::field_of(&EmergencyProtectionOrder::runs_until),
        },
    };
}

}  // namespace steadfast::practice
