#include "record/slice.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/in_need/family_group.hpp"
#include "practice/in_need/in_need_review.hpp"
#include "practice/in_need/plan_rule.hpp"
#include "practice/in_need/timescales.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_in_need() {
    static const record::Slice slice{
        .key = "in_need",
        .name = "Child in need",
        .items = {&record::type_of<ChildInNeedPlan>(), &record::type_of<InNeedReview>(), &record::type_of<FamilyGroupOffer>(),
                  &record::type_of<FamilyPlan>()},
        .periods = {record::each(&ChildInNeedPlan::began, &ChildInNeedPlan::ended).called(record::in_need_plan)},
        .duties = duties_of_in_need(),
        .add_pages =
            [](record::Record& record, record::pages::PageParts& parts) {
                parts.plan_rules.push_back(rule_of_child_in_need_plans(record));
                parts.meeting_rules.push_back(rule_of_child_in_need_meetings());
                parts.meeting_rules.push_back(rule_of_family_group_meetings());
            },
    };
    return slice;
}

}  // namespace steadfast::practice
