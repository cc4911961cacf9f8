#include "record/people/way_past_rows.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace steadfast::record {
namespace {

using Point = Genogram::Point;

constexpr int half_column = Genogram::column_width / 2;
constexpr int above_a_row = 10;      // Pixels: within the space that every row has above it.

bool stands_between(int top, Point from, Point to) { return top > from.y && top + Genogram::symbol_size < to.y; }

/// The place nearest to x where nobody of a row stands. Two who stand side by side leave the width of a line between their names.
int clear_of_row(const std::vector<Genogram::Symbol>& symbols, int top, int x) {
    std::vector<int> taken;
    for (const auto& symbol : symbols)
        if (symbol.middle.y == top + Genogram::symbol_size / 2) taken.push_back(symbol.middle.x);
    const auto is_clear = [&taken](int at) {
        return std::none_of(taken.begin(), taken.end(), [at](int middle) { return std::abs(at - middle) < half_column - 8; });
    };
    if (is_clear(x)) return x;
    std::optional<int> nearest;
    for (const int middle : taken)
        for (const int beside : {middle - half_column, middle + half_column})
            if (is_clear(beside) && (!nearest || std::abs(beside - x) < std::abs(*nearest - x))) nearest = beside;
    return nearest.value_or(x);
}

}  // namespace

bool has_rows_between(const std::vector<int>& tops, Point from, Point to) {
    return std::any_of(tops.begin(), tops.end(), [&](int top) { return stands_between(top, from, to); });
}

std::vector<Point> way_past_rows(const std::vector<Genogram::Symbol>& symbols, const std::vector<int>& tops, Point from, Point to) {
    std::vector<Point> way{from};
    int x = from.x;
    for (const int top : tops) {
        if (!stands_between(top, from, to)) continue;
        const int beside = clear_of_row(symbols, top, x);
        if (beside == x) continue;
        way.insert(way.end(), {{x, top - above_a_row}, {beside, top - above_a_row}});
        x = beside;
    }
    if (x != to.x) way.insert(way.end(), {{x, to.y - above_a_row}, {to.x, to.y - above_a_row}});
    way.push_back(to);
    return way;
}

}  // namespace steadfast::record
