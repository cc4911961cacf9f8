#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>

namespace steadfast::record::pages {

/// How long ago a day was, or how long it is until then: "today", "yesterday", "12 days ago", "in 3 weeks", "4 years ago".
[[nodiscard]] std::string from_today(Date day, Date today);

/// "Tue 3 March 2026 (2 days ago)"
[[nodiscard]] std::string with_distance(Date day, Date today);

/// "3 March 2016, aged 10"; of a child not yet born "Not yet born, expected 3 March 2027", and once that day has gone by "Expected 3 March
/// 2027, birth not recorded": nobody is unborn for years. "Not recorded" where there is neither day.
[[nodiscard]] std::string born_in_words(const std::optional<Date>& born, const std::optional<Date>& expected, Date today);

/// "12,345", as people read long numbers.
[[nodiscard]] std::string grouped(std::size_t number);

/// "3 reviews", "1 review", "no reviews".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// A date as people type it into a filter: "3/4/2026" or "2026-04-03". None where it is neither.
[[nodiscard]] std::optional<Date> typed_date(std::string_view text);

}  // namespace steadfast::record::pages
