#pragma once

#include "record/people/genogram.hpp"

namespace steadfast::record {

/// Boxes that touch or overlap, told by the lines round them: each closed, its corners in order, every side level or upright.
[[nodiscard]] std::vector<Genogram::Outline> outlines_of(const std::vector<Genogram::Box>& boxes);

/// One row of a genogram: where what stands in it, names included, begins and ends.
struct RowOfGenogram {
    int top = 0;
    int bottom = 0;
};

/// Joins boxes round people who live together and stand apart in the drawing, by passages through the space between two rows, where nobody
/// stands: somebody drawn within a line of their own would seem to live alone. Boxes with a row between them that has none stay apart.
/// @param boxes each within one of the rows; @returns them and the passages.
[[nodiscard]] std::vector<Genogram::Box> joined(std::vector<Genogram::Box> boxes, const std::vector<RowOfGenogram>& rows);

}  // namespace steadfast::record
