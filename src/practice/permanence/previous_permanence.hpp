#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A permanent home that a child had before coming into care this time: adopted, or under a guardian.
struct PreviousPermanence {
    record::Coded<law::previous_permanence> option;
    std::string authority;   ///< The three digits of the council that was responsible.
    When ordered;            ///< Often only the month or the year is known.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::PreviousPermanence>();
