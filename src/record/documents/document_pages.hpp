#pragma once

#include "record/pages/page_parts.hpp"

#include <string>
#include <vector>

namespace steadfast::record::documents {

/// Filing, listing, showing and changing documents and e-mails. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

/// The routes of each: their own files.
[[nodiscard]] std::vector<pages::PageRoute> document_routes(Record& record);

/// A page about some children, with the bar of the first: the page itself says in whose files it stands besides.
[[nodiscard]] pages::Page page_about(const pages::Visit& visit, const std::vector<SeenChild>& children, std::string title, web::Html main, std::string what);

/// Bytes of all files that one form brings.
constexpr std::size_t most_uploaded = 256u << 20;

}  // namespace steadfast::record::documents
