#pragma once

#include "record/search/asked.hpp"

#include <vector>

namespace steadfast::record {

/// Whether each word that was typed has a part of a name to itself: "Ann Anna" is not answered by one Anna, and whoever types a name and its
/// beginning has asked for one word and not for two. What is no name (a date, a number, a postcode) may answer several words, and so may
/// a name that two neighbours make together ("al Hassan", Alhassan).
/// @param terms of one person, as often as they are recorded.
[[nodiscard]] bool fit_apart(const Asked& asked, const std::vector<PersonTerm>& terms);

}  // namespace steadfast::record
