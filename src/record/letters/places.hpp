#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::letters {

/// What the places of a template are filled with. One list, for the check of a template and for filling it.
struct Filling {
    std::string place;   ///< "child's name", as it stands between square brackets.
    std::string words;   ///< Empty where the record does not say: the place then stays, to be filled by hand.
    std::string from;    ///< "The child's record": where it came from.
};

/// Every place there is.
[[nodiscard]] const std::vector<std::string_view>& all_places();

/// A place that there is none of, and in which line it stands.
struct UnknownPlace {
    std::string place;
    std::size_t line = 1;
};
/// The first unknown place of a template. A bracket that never closes on its line, or holds more than a few words, is no place.
[[nodiscard]] std::optional<UnknownPlace> unknown_place_in(std::string_view words);

struct Filled {
    std::string words;
    std::vector<Filling> used;             ///< In the order in which they came first.
    std::vector<std::string> left_open;    ///< Places that nothing was known for.
};
[[nodiscard]] Filled filled(std::string_view words, const std::vector<Filling>& fillings);

}  // namespace steadfast::record::letters
