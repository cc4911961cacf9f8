#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// On the child's page: the section 47 enquiry that is under way, what was written of it, who leads it, and the way to a manager's decision.
void add_enquiry_panel(record::pages::PageParts& parts);

}  // namespace steadfast::practice
