#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::practice {

/// Beginning a statement for court from what the record knows, and printing it for whom it is filed with.
void add_court_statement_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::practice
