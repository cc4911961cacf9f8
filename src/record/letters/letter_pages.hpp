#pragma once

#include "record/pages/page_parts.hpp"

namespace steadfast::record::letters {

/// Letters to named recipients, and the templates that they begin from. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

[[nodiscard]] std::vector<pages::PageRoute> letter_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> template_routes(Record& record);
/// Chosen parts of a record on paper or as a list, for somebody named.
[[nodiscard]] std::vector<pages::PageRoute> print_routes(Record& record);
/// The family of a child with its genogram, for somebody named: only those of it whom they may know of.
[[nodiscard]] std::vector<pages::PageRoute> family_print_routes(Record& record);
/// One thing that was recorded, in large type, the child's own words first, for somebody named.
[[nodiscard]] std::vector<pages::PageRoute> item_print_routes(Record& record);
/// A child's documents, and who looked at their record, for a spreadsheet and for somebody named.
[[nodiscard]] std::vector<pages::PageRoute> child_export_routes(Record& record);
/// What went out to whom: about a child, and of the whole record for information governance.
void add_made_pages(pages::PageParts& parts);
/// Lists and the access log, for a spreadsheet and for somebody named.
[[nodiscard]] std::vector<pages::PageRoute> export_routes(Record& record);

}  // namespace steadfast::record::letters
