#pragma once

#include "record/access/seen_book.hpp"
#include "record/pages/page_parts.hpp"

#include <string>

namespace steadfast::practice {

/// What is to be put right where the record of a death and what the record says of the child do not agree, in one sentence; empty where they do,
/// or where no death is recorded.
[[nodiscard]] std::string day_of_death_to_put_right(const record::SeenBook& book, const record::SeenChild& child);

/// That sentence, above what is due on the child's page.
void add_day_of_death(record::pages::PageParts& parts);

}  // namespace steadfast::practice
