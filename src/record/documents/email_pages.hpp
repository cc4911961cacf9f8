#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::documents {

[[nodiscard]] std::vector<pages::PageRoute> email_routes(Record& record);

}  // namespace steadfast::record::documents
