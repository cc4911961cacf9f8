#include "record/slice.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/in_need/plan_rule.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_in_need() {
    static const record::Slice slice{
        .key = "in_need",
        .name = "Child in need",
        .items = {&record::type_of<ChildInNeedPlan>()},
        .periods = {record::each(&ChildInNeedPlan::began, &ChildInNeedPlan::ended).called(record::in_need_plan)},
        .add_pages = [](record::Record& record, record::pages::PageParts& parts) { parts.plan_rules.push_back(rule_of_child_in_need_plans(record)); },
    };
    return slice;
}

}  // namespace steadfast::practice
