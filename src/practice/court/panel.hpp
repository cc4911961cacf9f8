#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Where a child's case stands in court, on the child's page: in which of its 26 weeks it is, the next hearing, what is to be filed by when, and the
/// statements that are being written.
void add_court_panel(record::pages::PageParts& parts);

}  // namespace steadfast::practice
