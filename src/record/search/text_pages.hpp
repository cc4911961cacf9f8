#pragma once

#include "record/pages/site.hpp"

namespace steadfast::record::pages {

/// Finding words in one child's record.
void add_text_pages(Record& record, PageParts& parts);

}  // namespace steadfast::record::pages
