#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// The generic pages of every item, from its declaration: one item, two versions side by side, and the forms that
/// record, change and withdraw.
[[nodiscard]] std::vector<PageRoute> item_routes(Record& record);

}  // namespace steadfast::record::pages
