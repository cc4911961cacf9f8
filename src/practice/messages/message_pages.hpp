#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Telling a colleague something about a child; what colleagues told this worker, on their first page, until they say that it is
/// dealt with.
void add_message_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
