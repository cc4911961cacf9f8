#pragma once

#include "law/code_set.hpp"

#include <optional>
#include <string_view>

namespace steadfast::law {

/// The authorities in England that have children's services, by the codes of the Office for National Statistics, and the names
/// that statistics call them by: "E06000016", "Leicester". Those that a reorganisation ended are there with their last year.
extern const CodeSet english_authority;

/// The one that somebody means: by its code or its name, whatever stands round that ("London Borough of Hackney", "leicester city council").
/// None for one elsewhere, and for words that name no single one.
[[nodiscard]] std::optional<Code> english_authority_named(std::string_view typed);

}  // namespace steadfast::law
