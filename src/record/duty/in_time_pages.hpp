#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record {

/// Pages that say how each duty was kept over a time: what was done in time and what was not, by month and team, with the children
/// behind each figure for those who may see them; and the same for a spreadsheet. The record must outlive the parts.
void add_in_time_pages(Record& record, pages::PageParts& parts);

}  // namespace steadfast::record
