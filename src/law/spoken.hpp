#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace steadfast::law {

// Lists to choose from as one types, so that an interpreter for "polish" and for "Polish" is found together. Neither return asks for them
// and no list of codes could be checked, so they are words: after the main languages that the census of England and Wales (2021) publishes,
// British and other sign languages among them, and after the nationalities that the United Kingdom's forms offer. What is on none is kept
// as it was typed.

/// In the order of the alphabet.
[[nodiscard]] std::span<const std::string_view> spoken_languages();
/// In the order of the alphabet.
[[nodiscard]] std::span<const std::string_view> nationalities();

/// The word of a list that somebody means, whatever the size of its letters; none where it is not there.
[[nodiscard]] std::optional<std::string_view> word_meant(std::span<const std::string_view> words, std::string_view typed);

}  // namespace steadfast::law
