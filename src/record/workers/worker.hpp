#pragma once

#include "record/access/role.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::record {

/// Somebody who works here and signs in. Their WorkerId has the bits of this item's id.
struct Worker {
    std::string name;
    std::string sign_in_name;   ///< Lower case. What is typed at the sign-in page; never shown to families.
    Coded<role> works_as;
    std::optional<Date> left;   ///< From this day on they can't sign in.
};

template <>
const ItemType& type_of<Worker>();

}  // namespace steadfast::record
