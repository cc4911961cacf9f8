#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The child's page, today and as it was known.
[[nodiscard]] std::vector<PageRoute> child_routes(Record& record);

/// The kinds of item that a form can record about a child on its own: what happened, and belongs to nothing else.
[[nodiscard]] std::vector<const ItemType*> what_may_be_added(const Catalogue& catalogue);

/// The kinds that say who somebody is, and that a form can record about a person on its own: a name, an address.
[[nodiscard]] std::vector<const ItemType*> what_may_be_told(const Catalogue& catalogue);

/// The section of the child's page that says as what the council works with them, each with where that is recorded.
void add_stages_panel(PageParts& parts);

}  // namespace steadfast::record::pages
