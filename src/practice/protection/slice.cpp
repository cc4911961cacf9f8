#include "record/slice.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/conference_decision.hpp"
#include "practice/protection/duties.hpp"
#include "practice/protection/enquiry_findings.hpp"
#include "practice/protection/enquiry_panel.hpp"
#include "practice/protection/meeting_rules.hpp"
#include "practice/protection/police_protection.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/strategy_decision.hpp"
#include "practice/protection/written_enquiry.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_protection() {
    static const record::Slice slice{
        .key = "protection",
        .name = "Child protection",
        .items = {&record::type_of<Section47Enquiry>(), &record::type_of<WrittenEnquiry>(), &record::type_of<ChildProtectionPlan>(), &record::type_of<ProtectionPlanReview>(), &record::type_of<StrategyDecision>(),
                  &record::type_of<InitialConferenceDecision>(), &record::type_of<ReviewConferenceDecision>(), &record::type_of<PoliceProtection>(),
                  &record::type_of<EmergencyProtectionOrder>()},
        .periods = periods_of_protection(),
        .duties = duties_of_protection(),
        .add_pages =
            [](record::Record&, record::pages::PageParts& parts) {
                for (auto& rule : rules_of_protection_meetings()) parts.meeting_rules.push_back(std::move(rule));
                parts.plan_rules.push_back(rule_of_protection_plans());
                parts.decision_rules.push_back(rule_of_enquiry_findings());
                add_enquiry_panel(parts);
            },
    };
    return slice;
}

}  // namespace steadfast::practice
