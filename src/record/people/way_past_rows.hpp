#pragma once

#include "record/people/genogram.hpp"

namespace steadfast::record {

/// Whether the symbols of a row stand wholly between two heights.
/// @param tops where each row's symbols begin, in pixels from the top of the drawing.
[[nodiscard]] bool has_rows_between(const std::vector<int>& tops, Genogram::Point from, Genogram::Point to);

/// The corners of a line down past whole generations, beside whoever stands in the way rather than behind them, names included. It turns
/// only in the space above a row, and ends straight above `to`.
[[nodiscard]] std::vector<Genogram::Point> way_past_rows(const std::vector<Genogram::Symbol>& symbols, const std::vector<int>& tops, Genogram::Point from,
                                                         Genogram::Point to);

}  // namespace steadfast::record
