#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// Finding people, from every page.
[[nodiscard]] std::vector<PageRoute> search_routes();

}  // namespace steadfast::record::pages
