#pragma once

#include "base/date.hpp"

#include <optional>

namespace steadfast::law {

/// The day on which a person attains an age in whole years, at its very beginning: Family Law Reform Act 1969,
/// section 9(1). The Act does not say when the anniversary of a 29 February falls in a common year; no day of that
/// year carries the date, and the years are complete only when 28 February has ended, so it is taken to be 1 March.
[[nodiscard]] Date attains(Date birth, int age);

/// Age in whole years on a day, or none if the child is not yet born then.
[[nodiscard]] std::optional<int> age_on(Date birth, Date day);

/// Age in whole months on a day, or none if the child is not yet born then. A month is complete on the same day of
/// the month, or on the first of the next where the month has no such day.
[[nodiscard]] std::optional<int> age_in_months_on(Date birth, Date day);

}  // namespace steadfast::law
