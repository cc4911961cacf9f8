#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::record {

/// The council whose record this is. There is one in a store.
struct Council {
    std::string name;
    std::string number;                        ///< The three digits that the Department for Education knows it by.
    std::optional<bool> people_are_invented;   ///< A demonstration: every page says so.
};

template <>
const ItemType& type_of<Council>();

}  // namespace steadfast::record
