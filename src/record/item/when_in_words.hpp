#pragma once

#include "base/when.hpp"

#include <string>

namespace steadfast::record {

/// "Tue 3 March 2026 at 14:30", "3 March 2026 to 5 March 2026", "March 2026", "2026": as exactly as it is known. Empty where it is not.
[[nodiscard]] std::string in_words(const When& when);

/// "14:30" by the clock on the wall; empty where no time of the day is known.
[[nodiscard]] std::string time_in_words(const When& when);

}  // namespace steadfast::record
