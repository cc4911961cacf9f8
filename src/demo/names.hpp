#pragma once

#include "demo/dice.hpp"

#include <span>
#include <string_view>

namespace steadfast::demo {

/// A part of the county's people: how many they are, what they call their children, how the returns code their ethnicity.
struct Origin {
    int weight = 1;
    std::span<const Share> ethnicities;
    std::span<const std::string_view> girls;
    std::span<const std::string_view> boys;
    std::span<const std::string_view> families;
    bool seeks_asylum = false;   ///< Children come from there alone.
};

/// The origins of an English county's people, all names invented by combination.
[[nodiscard]] std::span<const Origin> origins();
[[nodiscard]] const Origin& some_origin(Dice& dice);
/// Of a child who came alone.
[[nodiscard]] const Origin& some_origin_of_asylum_seekers(Dice& dice);

}  // namespace steadfast::demo
