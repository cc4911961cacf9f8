#pragma once

#include "source.hpp"

#include <string>
#include <vector>

namespace steadfast::architecture {

/// "practice/missing/page.cpp:12: what is wrong". A rule returns none when the house keeps it.
using Findings = std::vector<std::string>;

[[nodiscard]] Findings includes_against_the_arrows(const House& house);
[[nodiscard]] Findings includes_between_slices(const House& house);
[[nodiscard]] Findings includes_of_nothing(const House& house);
[[nodiscard]] Findings heavy_headers_in_headers(const House& house);
[[nodiscard]] Findings headers_without_a_guard(const House& house);

[[nodiscard]] Findings sql_outside_the_stores(const House& house);
[[nodiscard]] Findings clocks_read_outside_the_clock(const House& house);
[[nodiscard]] Findings domain_words_below_the_record(const House& house);

[[nodiscard]] Findings files_too_long(const House& house);
[[nodiscard]] Findings names_that_say_nothing(const House& house);

}  // namespace steadfast::architecture
