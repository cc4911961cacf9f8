#pragma once

#include "record/item/item_type.hpp"

#include <string>

namespace steadfast::record {

/// The JSON Schema (draft 2020-12) of an item's body, for whoever reads or writes it from outside: every field with its
/// label and kind, every code with its words. A code that the set does not have is valid, because it is kept as given.
[[nodiscard]] std::string json_schema(const ItemType& type);

}  // namespace steadfast::record
