#include "record/people/genogram.hpp"

#include "law/age.hpp"
#include "law/code_sets.hpp"
#include "record/people/generations.hpp"
#include "record/people/household_outline.hpp"
#include "record/people/way_past_rows.hpp"
#include "record/people/layered_layout.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace steadfast::record {
namespace {

using Point = Genogram::Point;
using Looks = Genogram::Line::Looks;

constexpr int half = Genogram::symbol_size / 2;
constexpr int column = Genogram::column_width;
constexpr int margin = 24;
constexpr int label_height = 58;      // Three lines of words below a symbol.
constexpr int lane_height = 10;       // Between two lines that run side by side.
constexpr std::size_t longest_line_of_a_label = 15;   // Letters.

/// At most so many letters, counted as people do and never cut within one.
std::string cut(std::string_view text, std::size_t most) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_a_letter = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (begins_a_letter && letters++ == most) return std::string(text.substr(0, i)) + "\xE2\x80\xA6";
    }
    return std::string(text);
}

std::string years_of(const Person& person) {
    if (person.is_unborn()) return fmt::format("due {} {}", month_name(person.expected->month()), person.expected->year());
    const std::string born = person.born ? std::to_string(person.born->year()) : "";
    if (person.died) return fmt::format("{} to {}", born.empty() ? "?" : born, person.died->year());
    return born.empty() ? "" : "born " + born;
}

std::vector<std::string> label_of(const SeenChild& person) {
    const std::string& given = person.person.known_as.empty() ? person.person.given_name : person.person.known_as;
    std::vector<std::string> label;
    for (const std::string& line : {given.empty() && person.person.family_name.empty() ? person.name : given, person.person.family_name, years_of(person.person)})
        if (!line.empty()) label.push_back(cut(line, longest_line_of_a_label));
    return label;
}

std::string age_of(const Person& person, Date today) {
    if (!person.born) return "";
    const auto age = law::age_on(*person.born, person.died ? std::min(*person.died, today) : today);
    return age ? (*age == 0 ? std::string("<1") : std::to_string(*age)) : "";
}

Genogram::Symbol::Shape shape_of(const Person& person) {
    using Shape = Genogram::Symbol::Shape;
    if (person.is_unborn()) return Shape::triangle;
    const auto sex = law::sex.present(person.sex.code);
    return sex == "M" ? Shape::square : sex == "F" ? Shape::circle : Shape::diamond;
}

/// Puts people into rows and columns and draws their lines between.
class Drawing {
public:
    Drawing(const Family& family, const std::set<ledger::SubjectId>& household, Date today)
        : family_(family), household_(household), today_(today), generations_(generations_of(family)) {}

    std::optional<Genogram> draw() {
        if (!put_in_columns()) return std::nullopt;
        put_in_rows();
        for (std::size_t i = 0; i < family_.people.size(); ++i) add_symbol(i);
        for (std::size_t i = 0; i < generations_.unions.size(); ++i) draw_union(i);
        for (const std::size_t tie : generations_.other_ties) draw_other(family_.ties[tie]);
        draw_homes();
        return std::move(drawing_);
    }

private:
    [[nodiscard]] std::size_t people() const { return family_.people.size(); }
    [[nodiscard]] int generation(std::size_t person) const { return generations_.generation_of[person]; }
    /// The generation below which a union's line runs.
    [[nodiscard]] int generation_of_union(const Union& one) const {
        int lowest = -1;
        for (const std::size_t partner : one.partners) lowest = std::max(lowest, generation(partner));
        if (one.partners.empty())
            for (const std::size_t child : one.children) lowest = generation(child) - 1;
        return lowest;
    }

    bool put_in_columns() {
        Layered layered;
        for (std::size_t i = 0; i < people(); ++i) layered.row_of.push_back(static_cast<std::size_t>(2 * generation(i) + 1));
        for (std::size_t i = 0; i < generations_.unions.size(); ++i) {
            const Union& one = generations_.unions[i];
            layered.row_of.push_back(static_cast<std::size_t>(2 * generation_of_union(one) + 2));
            for (const std::size_t partner : one.partners) layered.edges.emplace_back(partner, people() + i);
            for (const std::size_t child : one.children) layered.edges.emplace_back(people() + i, child);
        }
        for (const std::size_t tie : generations_.other_ties) layered.edges.emplace_back(family_.ties[tie].relative, family_.ties[tie].person);
        const auto places = laid_out(layered);
        if (!places) return false;
        const double left = places->empty() ? 0 : *std::min_element(places->begin(), places->end());
        for (const double place : *places) x_.push_back(margin + column / 2 + static_cast<int>(std::lround((place - left) * column)));
        put_the_eldest_first();
        drawing_.width = (x_.empty() ? 0 : *std::max_element(x_.begin(), x_.end())) + column / 2 + margin;
        return true;
    }

    /// Brothers and sisters stand by age from the left: those who have no partner or child of their own change places.
    void put_the_eldest_first() {
        for (const Union& one : generations_.unions) {
            std::vector<std::size_t> free;
            for (const std::size_t child : one.children)
                if (belongs_to_one_union(child)) free.push_back(child);
            std::map<int, std::vector<std::size_t>> by_generation;
            for (const std::size_t child : free) by_generation[generation(child)].push_back(child);
            for (auto& [row, children] : by_generation) {
                std::vector<int> places;
                for (const std::size_t child : children) places.push_back(x_[child]);
                std::sort(places.begin(), places.end());
                std::stable_sort(children.begin(), children.end(), [this](std::size_t a, std::size_t b) { return birth_of(a) < birth_of(b); });
                for (std::size_t i = 0; i < children.size(); ++i) x_[children[i]] = places[i];
            }
        }
    }
    [[nodiscard]] Date birth_of(std::size_t person) const {
        const Person& one = family_.people[person].person;
        return one.born.value_or(one.expected.value_or(today_));
    }
    [[nodiscard]] bool belongs_to_one_union(std::size_t person) const {
        const auto names = [person](const Union& one) {
            return one.partners.contains(person) || std::find(one.children.begin(), one.children.end(), person) != one.children.end();
        };
        return std::count_if(generations_.unions.begin(), generations_.unions.end(), names) == 1;
    }

    /// Between two generations stand the labels, a lane for each couple and one for each row of brothers and sisters.
    void put_in_rows() {
        const int generations = 1 + *std::max_element(generations_.generation_of.begin(), generations_.generation_of.end());
        lanes_.resize(generations_.unions.size());
        std::vector<int> lanes_below(static_cast<std::size_t>(generations) + 1);   // The first is above the oldest.
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            int& lanes = lanes_below[static_cast<std::size_t>(generation_of_union(generations_.unions[i]) + 1)];
            lanes_[i] = {.couple = lanes, .children = lanes + 1};
            lanes += 2;
        }
        int y = margin + lanes_below[0] * lane_height;
        for (int i = 0; i < generations; ++i) {
            top_.push_back(y);
            y += 2 * half + label_height + (lanes_below[static_cast<std::size_t>(i) + 1] + 2) * lane_height;
        }
        drawing_.height = top_.back() + 2 * half + label_height + margin + lanes_below.back() * lane_height;
    }

    void add_symbol(std::size_t i) {
        const SeenChild& person = family_.people[i];
        drawing_.symbols.push_back({.person = i, .shape = shape_of(person.person), .middle = {x_[i], top_[static_cast<std::size_t>(generation(i))] + half},
                                    .age = age_of(person.person, today_), .has_died = person.person.died.has_value(), .is_asked_for = i == 0,
                                    .label = label_of(person)});
    }
    [[nodiscard]] Point middle(std::size_t person) const { return drawing_.symbols[person].middle; }

    /// The y of a lane below a generation (above the oldest for the lanes of siblings alone).
    [[nodiscard]] int y_of_lane(const Union& one, int lane) const {
        const int above = generation_of_union(one);
        if (above < 0) return margin / 2 + lane * lane_height;
        return top_[static_cast<std::size_t>(above)] + 2 * half + label_height + lane * lane_height;
    }

    [[nodiscard]] bool stand_side_by_side(const Union& one) const {
        if (one.partners.size() != 2 || one.of != Union::Of::parents) return false;
        const Point a = middle(*one.partners.begin());
        const Point b = middle(*one.partners.rbegin());
        if (a.y != b.y) return false;
        return std::none_of(drawing_.symbols.begin(), drawing_.symbols.end(), [&](const auto& symbol) {
            return symbol.middle.y == a.y && symbol.middle.x > std::min(a.x, b.x) && symbol.middle.x < std::max(a.x, b.x);
        });
    }

    [[nodiscard]] std::vector<Point> way_down(Point from, Point to) const { return way_past_rows(drawing_.symbols, top_, from, to); }

    /// From where a union's children hang.
    Point draw_partners(const Union& one, std::size_t nth, Looks looks) {
        const int lane = y_of_lane(one, lanes_[nth].couple);
        const auto add = [&](std::vector<Point> points) { drawing_.lines.push_back({std::move(points), looks}); };
        if (stand_side_by_side(one)) {
            Point left = middle(*one.partners.begin());
            Point right = middle(*one.partners.rbegin());
            if (left.x > right.x) std::swap(left, right);
            const int spread = sharing(one) * 6;   // Two unions of one couple, or of a carer and a parent, keep apart.
            add({{left.x + half, left.y + spread}, {right.x - half, right.y + spread}});
            return {(left.x + right.x) / 2, left.y + spread};
        }
        // Out of the symbol's side, down beside the names, and across below them.
        const int towards = x_[people() + nth];
        std::vector<int> ends;
        for (const std::size_t partner : one.partners) {
            const Point from = middle(partner);
            const int side = towards >= from.x ? 1 : -1;
            const int gutter = from.x + side * (column / 2 - 2 * (lanes_[nth].couple % 4));
            std::vector<Point> way = way_down({gutter, from.y}, {gutter, lane});
            way.insert(way.begin(), {from.x + side * half, from.y});
            ends.push_back(gutter);
            add(std::move(way));
        }
        if (ends.empty()) return {towards, lane};
        const auto [first, last] = std::minmax_element(ends.begin(), ends.end());
        if (*first != *last) add({{*first, lane}, {*last, lane}});
        return {std::clamp(towards, *first, *last), lane};
    }
    [[nodiscard]] int sharing(const Union& one) const {
        return static_cast<int>(std::count_if(generations_.unions.begin(), generations_.unions.end(),
                                              [&](const Union& other) { return &other < &one && other.partners == one.partners; }));
    }

    void draw_union(std::size_t nth) {
        const Union& one = generations_.unions[nth];
        const bool is_married = std::any_of(one.couple_ties.begin(), one.couple_ties.end(), [&](std::size_t tie) { return family_.ties[tie].kind->code == "married"; });
        const bool is_couple = one.partners.size() == 2;
        const Looks looks = one.of == Union::Of::carers ? Looks::dotted : is_couple && !is_married ? Looks::broken : Looks::whole;
        const Point hang = draw_partners(one, nth, looks);
        add_strokes(one, hang);
        if (one.children.empty()) return;
        draw_children(one, hang, y_of_lane(one, lanes_[nth].children), one.of == Union::Of::carers ? Looks::dotted : Looks::whole);
    }

    void add_strokes(const Union& one, Point at) {
        int count = 0;
        for (const std::size_t i : one.couple_ties) {
            const Relationship& tie = family_.ties[i].relationship;
            const bool has_ended = tie.to && *tie.to <= today_;
            const bool is_separated = tie.separated_on && *tie.separated_on <= today_;
            if (has_ended && tie.ended_by.is("divorce")) count = std::max(count, 2);
            else if ((has_ended && !tie.ended_by.is("death")) || is_separated) count = std::max(count, 1);
        }
        if (count > 0) drawing_.strokes.push_back({{at.x - 14, at.y}, count});
    }

    void draw_children(const Union& one, Point hang, int bar, Looks looks) {
        int first = hang.x;
        int last = hang.x;
        drawing_.lines.push_back({{hang, {hang.x, bar}}, looks});
        std::set<std::size_t> drawn;
        for (const std::size_t child : one.children) {
            if (drawn.contains(child)) continue;
            const auto born_together = twins_of(child, one.children);
            int from = 0;
            for (const std::size_t twin : born_together) from += middle(twin).x;
            from /= static_cast<int>(born_together.size());
            for (const std::size_t twin : born_together) {
                const int into = middle(twin).x + hung_[twin]++ * 8;
                const int start = born_together.size() == 1 ? into : from;
                const Point from_bar{start, bar};
                const Point child_top{into, middle(twin).y - half};
                drawing_.lines.push_back({has_rows_between(top_, from_bar, child_top) ? way_down(from_bar, child_top) : std::vector{from_bar, child_top}, looks});
                first = std::min(first, start);
                last = std::max(last, start);
                drawn.insert(twin);
            }
        }
        if (first != last) drawing_.lines.push_back({{{first, bar}, {last, bar}}, looks});
    }
    /// A child with whoever was born with them, among the children of one union.
    [[nodiscard]] std::vector<std::size_t> twins_of(std::size_t child, const std::vector<std::size_t>& among) const {
        std::vector<std::size_t> together{child};
        for (std::size_t next = 0; next < together.size(); ++next) {
            for (const FamilyTie& tie : family_.ties) {
                if (tie.kind->code != "twin" || (tie.person != together[next] && tie.relative != together[next])) continue;
                const std::size_t other = tie.person == together[next] ? tie.relative : tie.person;
                const bool is_among = std::find(among.begin(), among.end(), other) != among.end() && generation(other) == generation(child);
                if (is_among && std::find(together.begin(), together.end(), other) == together.end()) together.push_back(other);
            }
        }
        return together;
    }

    void draw_other(const FamilyTie& tie) {
        const Point a = middle(tie.relative);
        const Point b = middle(tie.person);
        if (a.y == b.y) {
            const int above = a.y - half - 8;
            drawing_.lines.push_back({{{a.x, a.y - half}, {a.x, above}, {b.x, above}, {b.x, b.y - half}}, Looks::dotted});
        } else {
            const Point& upper = a.y < b.y ? a : b;
            const Point& lower = a.y < b.y ? b : a;
            const Point corner{lower.x + half, lower.y - half};
            if (!has_rows_between(top_, upper, corner)) {
                drawing_.lines.push_back({{{upper.x + half, upper.y + half}, corner}, Looks::dotted});
                return;
            }
            std::vector<Point> way = way_down({upper.x + column / 2 - 4, upper.y}, corner);
            way.insert(way.begin(), {upper.x + half, upper.y});
            drawing_.lines.push_back({std::move(way), Looks::dotted});
        }
    }

    [[nodiscard]] bool lives_there(std::size_t person) const { return person == 0 || household_.contains(family_.people[person].id); }
    [[nodiscard]] static Genogram::Box round(Point middle) {
        return {{middle.x - column / 2 + 4, middle.y - half - 10}, {middle.x + column / 2 - 4, middle.y + half + label_height - 4}};
    }
    static void widen(Genogram::Box& box, const Genogram::Box& by) {
        box.from = {std::min(box.from.x, by.from.x), std::min(box.from.y, by.from.y)};
        box.to = {std::max(box.to.x, by.to.x), std::max(box.to.y, by.to.y)};
    }
    /// One line round all where nobody else stands within; otherwise round those who stand side by side, joined where nobody stands.
    void draw_homes() {
        const bool is_alone = std::none_of(family_.people.begin() + 1, family_.people.end(), [&](const SeenChild& one) { return household_.contains(one.id); });
        if (is_alone) return;
        Genogram::Box whole = round(middle(0));
        for (std::size_t i = 0; i < people(); ++i)
            if (lives_there(i)) widen(whole, round(middle(i)));
        const auto is_within = [&](std::size_t i) {
            const Point at = middle(i);
            return at.x > whole.from.x && at.x < whole.to.x && at.y > whole.from.y && at.y < whole.to.y;
        };
        bool has_others = false;
        for (std::size_t i = 0; i < people(); ++i) has_others |= !lives_there(i) && is_within(i);
        drawing_.homes = outlines_of(has_others ? joined(homes_in_runs(), rows()) : std::vector{whole});
    }
    [[nodiscard]] std::vector<Genogram::Box> homes_in_runs() const {
        std::map<std::pair<int, int>, std::size_t> by_place;   // Row by row, from the left.
        for (std::size_t i = 0; i < people(); ++i) by_place.emplace(std::pair(middle(i).y, middle(i).x), i);
        std::vector<Genogram::Box> runs;
        std::optional<int> row;
        bool goes_on = false;
        for (const auto& [place, person] : by_place) {
            const bool is_here = lives_there(person);
            if (is_here && goes_on && row == place.first) widen(runs.back(), round(middle(person)));
            else if (is_here) runs.push_back(round(middle(person)));
            goes_on = is_here;
            row = place.first;
        }
        return runs;
    }
    [[nodiscard]] std::vector<RowOfGenogram> rows() const {
        std::vector<RowOfGenogram> all;
        for (const int top : top_) all.push_back({top, top + 2 * half + label_height - 4});
        return all;
    }

    struct Lanes {
        int couple = 0;
        int children = 0;
    };

    const Family& family_;
    const std::set<ledger::SubjectId>& household_;
    const Date today_;
    const Generations generations_;
    Genogram drawing_;
    std::vector<int> x_;                      ///< Of people, then of unions.
    std::vector<int> top_;                    ///< Of each generation's symbols.
    std::vector<Lanes> lanes_;
    std::map<std::size_t, int> hung_;         ///< How many lines come down to somebody already.
};

}  // namespace

std::optional<Genogram> genogram_of(const Family& family, const std::set<ledger::SubjectId>& household, Date today) {
    return family.people.empty() ? std::nullopt : Drawing(family, household, today).draw();
}

}  // namespace steadfast::record
