#pragma once

#include <string_view>

namespace steadfast::bench {

/// One measured figure, as script/bench gathers them: a line of JSON on standard output.
struct Figure {
    std::string_view name;
    double figure = 0;
    std::string_view unit;
    double reference = 0;                   ///< 0 where there is none.
    std::string_view reference_name = "";
    double target = 0;                      ///< 0 where there is none.
    bool less_is_better = false;
};
void print(const Figure& figure);

/// Seconds since the program began.
[[nodiscard]] double seconds();

}  // namespace steadfast::bench
