#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// Keeping what is typed, and each worker's list of it: /drafts, and a section of the first page.
void add_draft_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
