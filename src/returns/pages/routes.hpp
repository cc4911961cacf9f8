#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::returns::pages {

/// The imports, what they brought, and the questions that they ask of a person. The record must outlive the parts.
void add_pages(record::Record& record, record::pages::PageParts& parts);

}  // namespace steadfast::returns::pages
