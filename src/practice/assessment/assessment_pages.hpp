#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Assessments: those under way, beginning one for several children, writing it, and a manager's authorisation; and what of it
/// stands on a child's page.
void add_assessment_pages(record::Record& record, record::pages::PageParts& parts);

/// What came back to whoever wrote it, on their first page.
void add_returned_panel(record::pages::PageParts& parts);

/// Beginning one, for brothers and sisters together.
[[nodiscard]] std::vector<record::pages::PageRoute> begin_routes(record::Record& record);

}  // namespace steadfast::practice
