#pragma once

#include "record/people/family.hpp"

#include <set>
#include <string>
#include <vector>

namespace steadfast::record {

/// A family drawn with the symbols that practitioners know (McGoldrick, Gerson and Petry, Genograms: assessment and treatment,
/// 4th edition, 2020): a square for a boy or man, a circle for a girl or woman, a diamond where the sex is not known, a triangle for a
/// pregnancy, a cross through those who died, the age inside, a line between partners (broken where they never married, one stroke
/// through it for a separation, two for a divorce), twins from one point, a broken line round those who live together.
/// Whole pixels from the top left; whoever draws it only has to put it on a page.
struct Genogram {
    struct Point {
        int x = 0;
        int y = 0;
        friend bool operator==(const Point&, const Point&) = default;
    };
    struct Symbol {
        enum class Shape : std::uint8_t { square, circle, diamond, triangle };
        std::size_t person = 0;        ///< In Family::people.
        Shape shape = Shape::diamond;
        Point middle;
        std::string age;               ///< Inside: "11", "under 1"; empty where it is not known.
        bool has_died = false;
        bool is_asked_for = false;     ///< The one whose family it is: drawn with a double line.
        std::vector<std::string> label;   ///< Below: names, cut where they are long, and years.
    };
    struct Line {
        enum class Looks : std::uint8_t { whole, broken, dotted };
        std::vector<Point> points;
        Looks looks = Looks::whole;
    };
    struct Stroke {
        Point at;
        int count = 1;                 ///< One for a separation, two for a divorce.
    };
    struct Box {
        Point from;
        Point to;
    };

    std::vector<Symbol> symbols;       ///< Every person of the family once, in its order.
    std::vector<Line> lines;
    std::vector<Stroke> strokes;
    using Outline = std::vector<Point>;   ///< Closed, its corners in order.
    std::vector<Outline> homes;        ///< Round those who live with the one asked for: one, unless a whole row of others stands between.
    int width = 0;
    int height = 0;

    static constexpr int symbol_size = 44;
    static constexpr int column_width = 116;
};

/// @param household who lives with the first of the family; themselves need not be in it.
/// None where no drawing could be made of it; the same facts stand in a table in any case.
[[nodiscard]] std::optional<Genogram> genogram_of(const Family& family, const std::set<ledger::SubjectId>& household, Date today);

}  // namespace steadfast::record
