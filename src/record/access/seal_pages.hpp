#pragma once

#include "record/pages/page_parts.hpp"
#include "web/form.hpp"

namespace steadfast::record::pages {

/// The part of "Who may see this record" that closes it at an adoption order and begins the new one.
/// @param errors of its form, where that came back with something wrong; else none.
[[nodiscard]] web::Html sealing_view(const Visit& visit, const SeenChild& child, const web::FieldErrors& errors);

/// Begins the record of the person whom the child becomes at the order, and seals the child's own; where it is sealed already, only the
/// first. Nothing leads from the new record to the old but the seal. What is wrong stands in `errors`, and nothing was saved.
[[nodiscard]] Result<void> begin_new_person(Record& record, const Visit& visit, const SeenChild& child, web::FieldErrors& errors);

/// On both records, for adoption workers who are named for the sealed one, the way to the other.
void add_seal_panel(PageParts& parts);

}  // namespace steadfast::record::pages
