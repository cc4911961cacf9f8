#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// The letter before proceedings as it is posted, for each parent; and on the child's page those that were written.
void add_letter_before_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
