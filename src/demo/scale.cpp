#include "demo/scale.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

constexpr std::string_view fennshire = "Fennshire County Council";

// In the order of Size. The county is as large as England's larger ones: of 170,000 children some 9,500 are referred in a year
// (555 of 10,000; Department for Education, Children in need, 2024), and one in five of them again within twelve months.
constexpr std::array<Scale, 4> scales{{
    {.name = "small", .council = fennshire, .number = "990", .people = 2'000},
    {.name = "medium", .council = fennshire, .number = "990", .people = 20'000, .offices = 10},
    {.name = "large", .council = fennshire, .number = "990", .people = 100'000, .offices = 50},
    {.name = "county", .council = "Wolderland County Council", .number = "991", .years = 10, .people = 60'000, .counts_adults = true, .offices = 18,
     .notes = 10, .is_untidy = true},
}};

}  // namespace

const Scale& scale_of(Size size) { return scales[static_cast<std::size_t>(size)]; }

std::optional<Size> size_called(std::string_view name) {
    const auto found = std::ranges::find(scales, name, &Scale::name);
    if (found == scales.end()) return std::nullopt;
    return static_cast<Size>(found - scales.begin());
}

}  // namespace steadfast::demo
