#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::documents {

/// Filing, listing, showing and changing documents and e-mails. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

/// The routes of each: their own files.
[[nodiscard]] std::vector<pages::PageRoute> document_routes(Record& record);

/// Bytes of all files that one form brings.
constexpr std::size_t most_uploaded = 256u << 20;

}  // namespace steadfast::record::documents
