#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

extern const law::CodeSet name_kind;

/// Another name that somebody has or had, apart from the one they go by now (Person): for a time, or at all times.
struct Name {
    std::string given_name;
    std::string family_name;
    Coded<name_kind> kind;
    std::optional<Date> from;
    std::optional<Date> to;
};

template <>
const ItemType& type_of<Name>();

}  // namespace steadfast::record
