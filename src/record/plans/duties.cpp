#include "record/plans/duties.hpp"

#include "record/plans/plan_action.hpp"

namespace steadfast::record::plans {
namespace {

constinit const law::Timescale plan_action_done{
    .key = "plan_action",
    .name = "Action of a plan",
    .says = "Do what the plan says by the day that was agreed",
    .source = "The plan itself, as it was agreed with the family",
    .steps = {law::by_the_day_named()},
};

}  // namespace

const Slice& slice_of_plans() {
    static const Slice slice{
        .key = "plans",
        .name = "Plans",
        .items = {},
        .duties = {{.timescale = &plan_action_done,
                    .over = each(&PlanAction::promised_on, &PlanAction::dropped_on),
                    .met_by = {its_own(&PlanAction::done_on)},
                    .due_on = field_of(&PlanAction::by_day),
                    .owed_by = field_of(&PlanAction::owner)}},
    };
    return slice;
}

}  // namespace steadfast::record::plans
