#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// What was seen.
extern const law::CodeSet small_sign_kind;

/// One of the small things that mean little alone: hungry on Monday, no coat, an appointment missed. Each takes a minute to record, and
/// years of them stand on one line.
struct SmallSign {
    When happened;
    record::Coded<small_sign_kind> kind;
    std::string seen_by;
    std::string in_a_line;
    record::Narrative child_says;  ///< Of each child.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::SmallSign>();
