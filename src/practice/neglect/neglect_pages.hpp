#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Care over time: what the rules find, the profiles of care beside one another, and the small signs of years on one line. On the child's
/// page and the team board what the rules find, so that a manager sees it before a crisis.
void add_neglect_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
