#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Hearings of the children whom somebody works with: on their first page from a week before, and on their calendar.
void add_hearings_ahead(record::pages::PageParts& parts);

}  // namespace steadfast::practice
