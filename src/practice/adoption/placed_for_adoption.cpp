#include "practice/adoption/placed_for_adoption.hpp"

using steadfast::practice::PlacedForAdoption;

namespace steadfast::record {

template <>
const ItemType& type_of<PlacedForAdoption>() {
    static const ItemType type(
        {.key = "placed_for_adoption",
         .name = "Adoption is the plan",
         .plural = "Plans for adoption",
         .happened = "decided_on",
         .ended = "ceased_on",
         .summary = {"ceased_on", "why_it_ceased"}},
        {
            field<&PlacedForAdoption::decided_on>("decided_on", "Decided that the child should be placed for adoption")
                .natural_key()
                .from("ssda903", "placed_adoption", "DATE_PLACED"),
            field<&PlacedForAdoption::ceased_on>("ceased_on", "Stopped being the plan")
                .from("ssda903", "placed_adoption", "DATE_PLACED_CEASED"),
            field<&PlacedForAdoption::why_it_ceased>("why_it_ceased", "Why it stopped")
                .from("ssda903", "placed_adoption", "REASON_PLACED_CEASED"),
        });
    return type;
}

}  // namespace steadfast::record
