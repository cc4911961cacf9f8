#pragma once

#include "record/duty/duties.hpp"
#include "record/slice.hpp"

#include <span>

namespace steadfast::practice {

/// Every slice below src/practice, by the names of their folders. The build writes this list from the folders.
[[nodiscard]] std::span<const record::Slice* const> all_slices();

/// Puts the items of every slice into the catalogue.
void add_items(record::Catalogue& catalogue);

/// The pages of every slice. The record must outlive the parts.
void add_pages(record::Record& record, record::pages::PageParts& parts);

/// The duties of every slice, and of plans, which belong to none.
[[nodiscard]] const record::Duties& all_duties();

}  // namespace steadfast::practice
