#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// Two records of one person: finding them, comparing, joining, taking apart again, and what a child's page says of it.
void add_merge_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
