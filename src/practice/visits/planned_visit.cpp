#include "practice/visits/planned_visit.hpp"

using steadfast::practice::PlannedVisit;

namespace steadfast::record {

template <>
const ItemType& type_of<PlannedVisit>() {
    static const ItemType type({.key = "planned_visit", .name = "Planned visit", .plural = "Planned visits", .happened = "planned_for", .ended = "",
                                .summary = {"place", "purpose"}, .tells = Tells::what_is_planned},
                               {
                                   field<&PlannedVisit::planned_for>("planned_for", "When").required(),
                                   field<&PlannedVisit::worker>("worker", "Who goes").the_recorder(),
                                   field<&PlannedVisit::place>("place", "Where"),
                                   field<&PlannedVisit::where>("where", "Where, in words").with_hint("If it is not where the child lives"),
                                   field<&PlannedVisit::purpose>("purpose", "What for"),
                                   field<&PlannedVisit::to_remember>("to_remember", "To remember with this child").about_each(),
                                   field<&PlannedVisit::called_off_on>("called_off_on", "Called off on").with_hint("If it will not take place, or did not"),
                                   field<&PlannedVisit::why_called_off>("why_called_off", "Why it was called off"),
                               });
    return type;
}

}  // namespace steadfast::record
