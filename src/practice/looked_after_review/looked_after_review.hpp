#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A review of a looked-after child's care plan, chaired by the independent reviewing officer.
struct LookedAfterReview {
    std::optional<Date> held_on;
    record::Coded<law::review_participation> childs_part;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::LookedAfterReview>();
