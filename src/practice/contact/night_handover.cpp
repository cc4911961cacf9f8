#include "practice/contact/night_handover.hpp"

using steadfast::practice::NightHandover;

namespace steadfast::record {

template <>
const ItemType& type_of<NightHandover>() {
    static const ItemType type(
        {.key = "night_handover",
         .name = "Night handover",
         .plural = "Night handovers",
         .happened = "handed_over",
         .ended = "taken_over",
         .summary = {"by_when"},
         .written = Written::on_its_own_pages,
         .goes_out = GoesOut::when_asked_for},
        {
            field<&NightHandover::handed_over>("handed_over", "Handed over").required(),
            field<&NightHandover::done>("done", "What was done in the night"),
            field<&NightHandover::to_do>("to_do", "What must be done today").required(),
            field<&NightHandover::by_whom>("by_whom", "By whom").with_hint("A team or a person; whoever the child has already"),
            field<&NightHandover::by_when>("by_when", "By when").with_hint("For example, before school, or by 10:00"),
            field<&NightHandover::contact>("contact", "Contact"),
            field<&NightHandover::taken_over>("taken_over", "Taken over"),
            field<&NightHandover::taken_over_by>("taken_over_by", "Taken over by"),
        });
    return type;
}

}  // namespace steadfast::record
