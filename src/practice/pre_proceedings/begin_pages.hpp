#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Beginning pre-proceedings about a child who is open to the service. What follows is written on the form of what was begun.
void add_pre_proceedings_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
