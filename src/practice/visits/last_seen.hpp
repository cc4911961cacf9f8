#pragma once

#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <optional>

namespace steadfast::practice {

/// The day of the latest visit at which a child was seen, alone or not. What is said of each child stands in the store, so this reads:
/// not for thousands of children at once. None: no visit on record says so.
[[nodiscard]] std::optional<Date> last_seen(record::Record& record, const record::SeenBook& book, const record::SeenChild& child);

}  // namespace steadfast::practice
