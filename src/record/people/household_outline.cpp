#include "record/people/household_outline.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace steadfast::record {
namespace {

using Box = Genogram::Box;
using Point = Genogram::Point;
using Outline = Genogram::Outline;

constexpr int passage = 24;      // Pixels across; two lines of dashes must not seem to be one.

// --- the line round ---

std::vector<int> places(const std::vector<Box>& boxes, int Point::*axis) {
    std::vector<int> all;
    for (const Box& box : boxes) all.insert(all.end(), {box.from.*axis, box.to.*axis});
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

struct FromTopLeft {
    bool operator()(const Point& a, const Point& b) const { return std::pair(a.y, a.x) < std::pair(b.y, b.x); }
};
using Sides = std::multimap<Point, Point, FromTopLeft>;   // From corner to corner, with the boxes on the right hand.

/// The sides of all cells of the grid that lie within a box and whose neighbour does not.
Sides sides_of(const std::vector<Box>& boxes) {
    const auto x = places(boxes, &Point::x);
    const auto y = places(boxes, &Point::y);
    const auto is_within = [&](std::size_t column, std::size_t row) {
        if (column >= x.size() - 1 || row >= y.size() - 1) return false;   // Also what lies before the first: it wraps round.
        return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
            return box.from.x <= x[column] && x[column + 1] <= box.to.x && box.from.y <= y[row] && y[row + 1] <= box.to.y;
        });
    };
    Sides sides;
    for (std::size_t i = 0; i + 1 < x.size(); ++i)
        for (std::size_t k = 0; k + 1 < y.size(); ++k) {
            if (!is_within(i, k)) continue;
            if (!is_within(i, k - 1)) sides.emplace(Point{x[i], y[k]}, Point{x[i + 1], y[k]});
            if (!is_within(i + 1, k)) sides.emplace(Point{x[i + 1], y[k]}, Point{x[i + 1], y[k + 1]});
            if (!is_within(i, k + 1)) sides.emplace(Point{x[i + 1], y[k + 1]}, Point{x[i], y[k + 1]});
            if (!is_within(i - 1, k)) sides.emplace(Point{x[i], y[k + 1]}, Point{x[i], y[k]});
        }
    return sides;
}

bool is_straight(const Point& a, const Point& b, const Point& c) { return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y); }

Outline only_corners(const Outline& points) {
    Outline corners;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!is_straight(points[(i + points.size() - 1) % points.size()], points[i], points[(i + 1) % points.size()])) corners.push_back(points[i]);
    return corners;
}

// --- passages ---

/// Which boxes hang together already.
class Groups {
public:
    explicit Groups(std::size_t size) : of_(size) { std::iota(of_.begin(), of_.end(), std::size_t{0}); }
    [[nodiscard]] bool are_one(std::size_t a, std::size_t b) const { return of_[a] == of_[b]; }
    void unite(std::size_t a, std::size_t b) { std::replace(of_.begin(), of_.end(), std::size_t{of_[b]}, std::size_t{of_[a]}); }

private:
    std::vector<std::size_t> of_;
};

int middle_of(const Box& box) { return (box.from.x + box.to.x) / 2; }
Box upright(int x, int from, int to) { return {{x - passage / 2, from}, {x + passage / 2, to}}; }

}  // namespace

std::vector<Outline> outlines_of(const std::vector<Box>& boxes) {
    Sides sides = sides_of(boxes);
    std::vector<Outline> outlines;
    while (!sides.empty()) {
        Outline points;
        auto side = sides.begin();
        do {
            points.push_back(side->first);
            const Point next = side->second;
            sides.erase(side);
            side = sides.find(next);
        } while (side != sides.end());
        outlines.push_back(only_corners(points));
    }
    return outlines;
}

std::vector<Box> joined(std::vector<Box> boxes, const std::vector<RowOfGenogram>& rows) {
    const std::size_t count = boxes.size();
    Groups groups(count);
    const auto row_of = [&](const Box& box) {
        return std::find_if(rows.begin(), rows.end(), [&](const RowOfGenogram& row) { return row.top <= box.to.y && box.from.y <= row.bottom; }) - rows.begin();
    };
    const auto each_pair = [&](int rows_apart, const auto& does) {
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = 0; b < count; ++b)
                if (a != b && row_of(boxes[b]) - row_of(boxes[a]) == rows_apart && !groups.are_one(a, b) && does(a, b)) groups.unite(a, b);
    };
    // One straight below the other.
    each_pair(1, [&](std::size_t upper, std::size_t lower) {
        const int from = std::max(boxes[upper].from.x, boxes[lower].from.x);
        const int to = std::min(boxes[upper].to.x, boxes[lower].to.x);
        if (to - from < passage) return false;
        boxes.push_back({{from, boxes[upper].to.y}, {to, boxes[lower].from.y}});
        return true;
    });
    // Beside one another, with somebody else between: round below their names.
    each_pair(0, [&](std::size_t one, std::size_t other) {
        const int left = std::min(middle_of(boxes[one]), middle_of(boxes[other])) - passage / 2;
        const int right = std::max(middle_of(boxes[one]), middle_of(boxes[other])) + passage / 2;
        const int below = std::max(boxes[one].to.y, boxes[other].to.y);
        boxes.push_back({{left, below + 6}, {right, below + 18}});
        boxes.push_back(upright(middle_of(boxes[one]), boxes[one].to.y, below + 18));
        boxes.push_back(upright(middle_of(boxes[other]), boxes[other].to.y, below + 18));
        return true;
    });
    // Below, and to one side.
    each_pair(1, [&](std::size_t upper, std::size_t lower) {
        const int left = std::min(middle_of(boxes[upper]), middle_of(boxes[lower])) - passage / 2;
        const int right = std::max(middle_of(boxes[upper]), middle_of(boxes[lower])) + passage / 2;
        const int above = boxes[lower].from.y;
        boxes.push_back({{left, above - 18}, {right, above - 6}});
        boxes.push_back(upright(middle_of(boxes[upper]), boxes[upper].to.y, above - 6));
        boxes.push_back(upright(middle_of(boxes[lower]), above - 18, boxes[lower].from.y));
        return true;
    });
    return boxes;
}

}  // namespace steadfast::record
