#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::pages {

/// The workers of a child: who they are, who they were, giving the child and brothers and sisters a worker, and ending it.
void add_allocation_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
