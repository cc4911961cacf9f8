#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// The latest summary on top of the child's page, dated and by whom, and /children/{id}/summary to write the next one.
void add_summary_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
