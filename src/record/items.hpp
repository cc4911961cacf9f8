#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::record {

/// Puts the items that belong to no one slice into the catalogue: people, workers, the council itself.
void add_items(Catalogue& catalogue);

}  // namespace steadfast::record
