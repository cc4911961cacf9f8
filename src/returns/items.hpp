#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::returns {

/// Puts the items of this room into a catalogue: imports, and the questions that they raise.
void add_items(record::Catalogue& catalogue);

}  // namespace steadfast::returns
