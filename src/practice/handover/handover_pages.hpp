#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// A child as the next worker must know them, on one page: what the last worker wrote for them, who the child is, who matters, what is
/// due, what was promised. Nothing on it is written for it but the first. Somebody who is new to a child finds it on the child's page.
void add_handover_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
