#include "record/slice.hpp"
#include "practice/in_need/child_in_need_plan.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_in_need() {
    static const record::Slice slice{
        .key = "in_need",
        .name = "Child in need",
        .items = {&record::type_of<ChildInNeedPlan>()},
        .periods = {record::each(&ChildInNeedPlan::began, &ChildInNeedPlan::ended).called(record::in_need_plan)},
    };
    return slice;
}

}  // namespace steadfast::practice
