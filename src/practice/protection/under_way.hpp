#pragma once

#include "record/access/seen_book.hpp"

#include <optional>

namespace steadfast::practice {

/// The child's latest section 47 enquiry that began on or before a day and has led to no conference, and not been found to need none.
[[nodiscard]] std::optional<record::Found> enquiry_under_way(const record::SeenBook& book, const record::SeenChild& child, Date day);
/// The latest that was written of an enquiry which began on a day.
[[nodiscard]] std::optional<record::Found> written_of_enquiry(const record::SeenBook& book, const record::SeenChild& child, Date began);
/// The child's protection plan in force.
[[nodiscard]] std::optional<record::Found> protection_plan_in_force(const record::SeenBook& book, const record::SeenChild& child);
/// How many protection plans a child had before, here and, as far as those say, elsewhere.
[[nodiscard]] int earlier_protection_plans(const record::SeenBook& book, const record::SeenChild& child);

}  // namespace steadfast::practice
