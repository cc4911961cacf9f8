#pragma once

#include "base/date.hpp"

#include <string>

namespace steadfast::record::pages {

/// How long ago a day was, or how long it is until then: "today", "yesterday", "12 days ago", "in 3 weeks", "4 years ago".
[[nodiscard]] std::string from_today(Date day, Date today);

/// "Tue 3 March 2026 (2 days ago)"
[[nodiscard]] std::string with_distance(Date day, Date today);

/// "12,345", as people read long numbers.
[[nodiscard]] std::string grouped(std::size_t number);

/// "3 reviews", "1 review", "no reviews".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// A date as people type it into a filter: "3/4/2026" or "2026-04-03". None where it is neither.
[[nodiscard]] std::optional<Date> typed_date(std::string_view text);

}  // namespace steadfast::record::pages
