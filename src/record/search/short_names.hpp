#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Folded names that people use for one another, other than by the way they sound: William and Bill, Joanna and Asia,
/// Mohammed and Mo. Each set holds a name, its short forms, and what it is called in another language. A name may stand in several
/// sets; those of one are not those of the other (Alex may be Alexandra or Alexander).
[[nodiscard]] std::vector<std::string_view> names_used_for(std::string_view folded_name);

/// All sets, for whoever holds the table to its own rules: each a line of folded names with a space between.
[[nodiscard]] std::span<const std::string_view> sets_of_names();

}  // namespace steadfast::record
