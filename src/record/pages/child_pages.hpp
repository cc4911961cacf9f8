#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// The child's page, today and as it was known.
[[nodiscard]] std::vector<PageRoute> child_routes(Record& record);

/// The kinds of item that a form can record about a child on its own: what happened, and belongs to nothing else.
[[nodiscard]] std::vector<const ItemType*> what_may_be_added(const Catalogue& catalogue);

/// The kinds that say who somebody is, and that a form can record about a person on its own: a name, an address.
[[nodiscard]] std::vector<const ItemType*> what_may_be_told(const Catalogue& catalogue);

}  // namespace steadfast::record::pages
