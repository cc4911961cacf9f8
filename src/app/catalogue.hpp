#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::app {

/// Every item type of every room of the house.
[[nodiscard]] const record::Catalogue& whole_catalogue();

}  // namespace steadfast::app
