#include "record/plans/plan_action.hpp"

using steadfast::record::plans::PlanAction;

namespace steadfast::record {

// A promise is no event: thirty of them a plan would drown the chronology, which tells of the plan, its change and its end. What was
// done stands on the plan's page, and what of it mattered is a key event (decision 19).
template <>
const ItemType& type_of<PlanAction>() {
    static const ItemType type(
        {.key = "plan_action",
         .name = "Action of a plan",
         .plural = "Actions of plans",
         .happened = "promised_on",
         .ended = "",
         .summary = {"action", "by_day", "done_on"},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&PlanAction::plan>("plan", "Plan"),
            field<&PlanAction::promised_in>("promised_in", "First promised in"),
            field<&PlanAction::outcome>("outcome", "What will be different"),
            field<&PlanAction::action>("action", "What will be done").required(),
            field<&PlanAction::owner>("owner", "Who does it"),
            field<&PlanAction::who>("who", "Who does it, where it is nobody who works here"),
            field<&PlanAction::promised_on>("promised_on", "Promised on").required(),
            field<&PlanAction::by_day>("by_day", "By when").required(),
            field<&PlanAction::done_on>("done_on", "Done on"),
            field<&PlanAction::how_it_went>("how_it_went", "How it went"),
            field<&PlanAction::dropped_on>("dropped_on", "Dropped on"),
            field<&PlanAction::dropped_because>("dropped_because", "Why it will not be done"),
        });
    return type;
}

}  // namespace steadfast::record
