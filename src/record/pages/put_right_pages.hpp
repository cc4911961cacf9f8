#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// Moving an item that was put on the wrong child, and hearing whoever disagrees with one.
[[nodiscard]] std::vector<PageRoute> put_right_routes(Record& record);

}  // namespace steadfast::record::pages
