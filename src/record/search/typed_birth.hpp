#pragma once

#include "base/date.hpp"
#include "record/search/asked.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace steadfast::record {

/// A date of birth as it was typed at the beginning of some words.
struct TypedBirth {
    struct Days {
        std::string digits;   ///< "20150403" one day, "201504" a month, "2015" a year.
        Fit fit = Fit::same;
    };
    std::vector<Days> days;     ///< All that it may mean, the likeliest first.
    std::size_t pieces = 0;     ///< How many of the words it took.
};

/// None where the words don't begin with a date. Day before month, as people here write; where that makes no date the other
/// order is taken, and where both make one the other comes last.
[[nodiscard]] std::optional<TypedBirth> typed_birth(std::span<const std::string> words, Date today);

}  // namespace steadfast::record
