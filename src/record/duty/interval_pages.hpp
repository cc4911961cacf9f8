#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record {

/// Pages on which a council says how often it does what no law fixes, from which day, and why; and what it said before.
void add_interval_pages(Record& record, pages::PageParts& parts);

}  // namespace steadfast::record
