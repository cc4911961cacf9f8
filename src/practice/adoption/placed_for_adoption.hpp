#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// That adoption is the plan for a child, from the day of the decision (the SSDA903 calls it "should be placed for
/// adoption" and names the column DATE_PLACED) to the day it stopped being the plan.
struct PlacedForAdoption {
    std::optional<Date> decided_on;
    std::optional<Date> ceased_on;
    record::Coded<law::adoption_decision_reversed> why_it_ceased;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PlacedForAdoption>();
