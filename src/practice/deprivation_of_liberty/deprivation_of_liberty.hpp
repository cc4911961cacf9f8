#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A time in which a court had authorised depriving a looked-after child of liberty.
struct DeprivationOfLiberty {
    std::optional<Date> began;
    std::optional<Date> ended;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::DeprivationOfLiberty>();
