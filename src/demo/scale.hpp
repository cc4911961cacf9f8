#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace steadfast::demo {

enum class Size { small, medium, large, county };

/// What makes one invented council another than the next: how much of everything there is, and how well it is kept.
struct Scale {
    std::string_view name;          ///< "small": as a command says it.
    std::string_view council;       ///< What the council calls itself.
    std::string_view number;        ///< Three digits that no council has.
    int years = 8;                  ///< The record begins so long before today.
    std::size_t people = 0;         ///< Families are told until there are so many: children alone, or with the adults round them.
    bool counts_adults = false;
    int offices = 1;                ///< How many times over it has the workers and teams of the smallest.
    int notes = 1;                  ///< How many times over its workers write: the smallest tells only what a visitor wants to see.
    bool is_untidy = false;         ///< With the mess of a real record: see mess.hpp.
};

[[nodiscard]] const Scale& scale_of(Size size);
[[nodiscard]] std::optional<Size> size_called(std::string_view name);   ///< "small", "medium", "large", "county".

/// Which council to make. Two with the same order have the same record: ids, bodies, order and times.
struct Order {
    std::uint64_t seed = 1;
    Date today = Date::from_days(0);   ///< The record ends on the evening before.
    Size size = Size::small;

    [[nodiscard]] const Scale& scale() const { return scale_of(size); }
    [[nodiscard]] Date first_day() const { return today.plus_years(-scale().years); }
};

}  // namespace steadfast::demo
