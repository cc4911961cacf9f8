#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// The curated chronology above the full one on the child's page, and the form that adds to it: from any item, or alone.
void add_key_event_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
