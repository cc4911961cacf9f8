#pragma once

#include "demo/staff.hpp"
#include "record/record.hpp"

#include <functional>
#include <optional>
#include <string_view>

namespace steadfast::demo {

enum class Size { small, medium, large };   ///< About 2,000, 20,000 and 100,000 children.

[[nodiscard]] std::optional<Size> size_called(std::string_view name);   ///< "small", "medium", "large".

/// Which council to make. Two with the same order have the same record: ids, bodies, order and times.
struct Order {
    std::uint64_t seed = 1;
    Date today = Date::from_days(0);   ///< The record ends on the evening before, and begins eight years earlier.
    Size size = Size::small;
};

struct Made {
    std::size_t children = 0;
    std::size_t entries = 0;
};

using Progress = std::function<void(std::size_t done, std::size_t of)>;

inline constexpr std::string_view council_name = "Fennshire County Council";

/// Who works there and can sign in, one of each role first. The same for the same order, whether or not it was made.
[[nodiscard]] Staff staff_of(const Order& order);

/// Fills an empty record with a council of invented people: families, what became of them, and who wrote it down when.
/// @param record opened on `clock`, which is moved through the years as the council types.
/// Refuses a record that is not empty.
[[nodiscard]] Result<Made> make_council(const Order& order, record::Record& record, StandingClock& clock,
                                        const Progress& progress = {});

}  // namespace steadfast::demo
