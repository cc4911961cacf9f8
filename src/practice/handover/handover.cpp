#include "practice/handover/handover.hpp"

using steadfast::practice::Handover;

namespace steadfast::record {

template <>
const ItemType& type_of<Handover>() {
    static const ItemType type(
        {.key = "handover",
         .name = "Handover to the next worker",
         .plural = "Handovers to the next worker",
         .happened = "written_on",
         .ended = "",
         .summary = {}},
        {
            field<&Handover::written_on>("written_on", "Written on").required(),
            field<&Handover::from>("from", "Who hands over").the_recorder(),
            field<&Handover::about_them>("about_them", "Who this child is")
                .about_each()
                .with_hint(
                    "What they like, what they are afraid of, what they call people, how they show that something is wrong"),
            field<&Handover::what_works>("what_works", "What works with this family, and what does not"),
            field<&Handover::promised>("promised", "What was promised that no plan holds")
                .with_hint("To the children most of all"),
            field<&Handover::first_weeks>("first_weeks", "What must happen in the first two weeks").required(),
        });
    return type;
}

}  // namespace steadfast::record
