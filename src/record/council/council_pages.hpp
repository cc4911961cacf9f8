#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record {

/// The pages on which is said who the council is and how people sign in. The record must outlive the parts.
void add_council_pages(Record& record, pages::PageParts& parts);

}  // namespace steadfast::record
