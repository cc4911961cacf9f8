#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// The first page, everybody, and every kind of record.
[[nodiscard]] std::vector<PageRoute> list_routes(Record& record);

}  // namespace steadfast::record::pages
