#pragma once

#include "record/access/seen_book.hpp"
#include "record/pages/page_parts.hpp"

#include <optional>
#include <string>

namespace steadfast::practice {

/// Where a child who is looked after lives, as the record of their care tells it: "Children's home, since 3 March 2025; the address is
/// not recorded", with the postcode where one is recorded and nobody asked for the place to be kept confidential.
/// None where the child is in no placement today, comes for short breaks alone, or where an address says where they have lived since
/// this placement began: that one is better.
[[nodiscard]] std::optional<std::string> lives_in_placement(const record::SeenBook& book, const record::SeenChild& child, Date today);

/// Says it on the bar above every page about the child, in place of an address from before.
void add_where_they_live(record::pages::PageParts& parts);

}  // namespace steadfast::practice
