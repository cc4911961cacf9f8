#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::web {

/// Codes for somebody whose phone is lost: each lets them in once. 60 random bits each, so that a hash without salt keeps them.
constexpr std::size_t recovery_codes_at_once = 10;

/// "k7qf-2m9x-hp3t": no letter or digit that is mistaken for another.
[[nodiscard]] std::vector<std::string> new_recovery_codes();

/// What is kept of one, in letters. As it is typed: case, spaces and dashes do not matter.
[[nodiscard]] std::string kept_of_recovery_code(std::string_view typed);

}  // namespace steadfast::web
