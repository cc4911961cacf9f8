#include "practice/neglect/line_of_years.hpp"

#include "practice/neglect/small_sign.hpp"
#include "record/item/by_key.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace steadfast::practice {
namespace {

using record::Found;
using web::Html;

constexpr int width = 900;
constexpr int height = 96;
constexpr int left = 10;
constexpr int right = 10;
constexpr int line_at = 60;
constexpr int least_apart = 7;   // Marks of one day stand above one another rather than on each other.

constexpr std::string_view turned_to_us = "Contact or referral";

/// Where a day stands on a line from one day to another.
int place_of(Date day, Date from, Date to) {
    const int whole = std::max(1, to - from);
    return left + (width - left - right) * (day - from) / whole;
}

Date first_of_year(int year) { return *Date::of(year, 1, 1); }

void write_year(Html& svg, int year, Date from, Date to) {
    const int x = place_of(first_of_year(year), from, to);
    svg << "<line x1=\"" << x << "\" y1=\"" << line_at - 6 << "\" x2=\"" << x << "\" y2=\"" << line_at + 6
        << "\" stroke=\"currentColor\"/>"
        << "<text x=\"" << x + 3 << "\" y=\"" << line_at + 24 << "\" font-size=\"13\" fill=\"currentColor\">" << year
        << "</text>";
}

/// A small sign is a filled circle, what came to the council an open square: told apart without colour.
void write_mark(Html& svg, const Mark& mark, int x, int y) {
    if (mark.is_sign) svg << "<circle cx=\"" << x << "\" cy=\"" << y << "\" r=\"4\" fill=\"currentColor\">";
    else
        svg << "<rect x=\"" << x - 4 << "\" y=\"" << y - 4
            << "\" width=\"8\" height=\"8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\">";
    svg << "<title>" << mark.day.words() << ": " << mark.words << "</title>";
    if (mark.is_sign) svg << "</circle>";
    else svg << "</rect>";
}

}  // namespace

std::vector<Mark> marks_of(const record::SeenBook& book, const record::SeenChild& child) {
    std::vector<Mark> marks;
    book.each_about(child, [&](const Found& found) {
        const bool is_sign = &found.type() == &record::type_of<SmallSign>();
        const std::string_view key = found.type().key();
        if (!is_sign && key != "contact" && key != "referral") return;
        const auto day = found.happened_on();
        if (!day) return;
        const std::string kind = is_sign ? record::words_by_key(found, "kind") : std::string(turned_to_us);
        marks.push_back({*day, is_sign, kind.empty() ? "Not said" : kind,
                         fmt::format("{}: {}", found.type().name(), found.type().summary(found.values())),
                         book.book().item_id(found)});
    });
    std::ranges::stable_sort(marks, {}, &Mark::day);
    return marks;
}

Html line_of_years(const std::vector<Mark>& marks, Date today) {
    Html svg;
    if (marks.empty()) return svg;
    const Date from = first_of_year(marks.front().day.year());
    const auto signs = std::ranges::count_if(marks, &Mark::is_sign);
    svg << "<svg class=\"sf-years\" role=\"img\" aria-labelledby=\"years-title years-description\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        << width << " " << height
        << "\" width=\"100%\" font-family=\"inherit\"><title id=\"years-title\">Small signs over the years</title><desc id=\"years-description\">"
        << fmt::format(
               "{} small signs as filled circles and {} contacts or referrals as open squares, from {} to {}. The table below has the numbers.",
               signs, static_cast<std::ptrdiff_t>(marks.size()) - signs, marks.front().day.words(), marks.back().day.words())
        << "</desc><line x1=\"" << left << "\" y1=\"" << line_at << "\" x2=\"" << width - right << "\" y2=\"" << line_at
        << "\" stroke=\"currentColor\"/>";
    for (int year = from.year(); first_of_year(year) <= today; ++year) write_year(svg, year, from, today);
    int last_x = -least_apart;
    int level = 0;
    for (const Mark& mark : marks) {
        const int x = place_of(std::min(mark.day, today), from, today);
        level = x - last_x < least_apart ? (level + 1) % 5 : 0;
        if (level == 0) last_x = x;
        write_mark(svg, mark, x, line_at - 10 - level * 9);
    }
    return std::move(svg << "</svg>" << web::hint("A filled circle is a small sign, an open square a contact or a referral."));
}

Html table_of_years(const std::vector<Mark>& marks, Date today) {
    if (marks.empty()) return {};
    std::map<std::string, std::map<int, int>> by_kind;
    for (const Mark& mark : marks) ++by_kind[mark.kind][mark.day.year()];
    web::Table table{.caption = "The same in numbers", .columns = {{"What"}}, .rows = {}};
    const int first = marks.front().day.year();
    for (int year = first; year <= today.year(); ++year)
        table.columns.push_back({.name = std::to_string(year), .is_number = true});
    for (const auto& [kind, years] : by_kind) {
        std::vector<Html> row{Html(kind)};
        for (int year = first; year <= today.year(); ++year) {
            const auto found = years.find(year);
            row.emplace_back(found == years.end() ? "" : std::to_string(found->second));
        }
        table.rows.push_back(std::move(row));
    }
    return web::table(table);
}

}  // namespace steadfast::practice
