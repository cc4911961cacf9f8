#include "practice/neglect/neglect_pages.hpp"

#include "record/access/each_about.hpp"
#include "law/london.hpp"
#include "practice/neglect/care_profile.hpp"
#include "practice/neglect/drift.hpp"
#include "practice/neglect/line_of_years.hpp"
#include "practice/neglect/small_sign.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/settings_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::Permission;
using record::SeenChild;
using record::type_of;
using web::Html;

constexpr std::size_t most_profiles = 6;
constexpr std::size_t most_on_the_board = 10;

web::Link care_of(ledger::SubjectId child) { return web::to("/children") / child / "care"; }
web::Link add_of(ledger::SubjectId child, std::string_view type) { return web::to("/children") / child / "add" / type; }

Html list_of(const std::vector<Drift>& drifts) {
    Html html;
    html << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const Drift& one : drifts) html << "<li>" << one.says << "</li>";
    return std::move(html << "</ul>");
}

// --- the profiles beside one another ---

std::vector<Found> profiles_of(const record::SeenBook& book, const SeenChild& child) {
    std::vector<Found> profiles;
    record::each_about<CareProfile>(book, child, [&](const Found& found) {
        if (found.happened_on()) profiles.push_back(found);
    });
    std::ranges::stable_sort(profiles, {}, [](const Found& found) { return found.happened_on(); });
    if (profiles.size() > most_profiles)
        profiles.erase(profiles.begin(), profiles.end() - static_cast<std::ptrdiff_t>(most_profiles));
    return profiles;
}

std::optional<std::uint16_t> step_of(const Found& found, std::string_view part) {
    const record::Value value = record::value_by_key(found, part);
    const auto* code = std::get_if<std::string>(&value);
    return code ? care_grade.find(*code) : std::nullopt;
}

Html graded(const std::vector<Found>& profiles, std::size_t i, std::string_view part) {
    const auto now = step_of(profiles[i], part);
    if (!now) return Html() << "<span class=\"govuk-hint\">Not graded</span>";
    Html html;
    html << fmt::format("{}. {}", *now + 1, care_grade.codes[*now].says);
    const auto before = i > 0 ? step_of(profiles[i - 1], part) : std::nullopt;
    if (before && *before != *now)
        html << " " << web::tag(*now > *before ? "Worse" : "Better", *now > *before ? web::Colour::red : web::Colour::green);
    return html;
}

Html profiles_view(const record::SeenBook& book, const std::vector<Found>& profiles) {
    if (profiles.empty())
        return web::paragraph(
            "No profile of care has been done. It grades the parts of a child's care with the parents, and is done again to see whether anything changes.");
    web::Table table{.caption = "Profiles of care, the latest last", .columns = {{"Part of care"}}, .rows = {}};
    for (const Found& found : profiles) table.columns.push_back({found.happened_on()->words()});
    const record::ItemType& type = type_of<CareProfile>();
    for (const std::string_view part : parts_of_care) {
        std::vector<Html> row{Html(type.fields()[*type.position(part)].label)};
        for (std::size_t i = 0; i < profiles.size(); ++i) row.push_back(graded(profiles, i, part));
        table.rows.push_back(std::move(row));
    }
    std::vector<Html> opens{Html("In full")};
    for (const Found& found : profiles)
        opens.push_back(
            web::link(web::to("/items") / book.book().item_id(found), "Open", "the profile of " + found.happened_on()->words()));
    table.rows.push_back(std::move(opens));
    return web::table(table);
}

// --- the page ---

Result<Shown> show_care(const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    const auto drifts = drift_of(visit.book, *child, drift_limits(visit.book.book()), today);
    const auto marks = marks_of(visit.book, *child);
    Page page;
    page.title = "Care over time";
    page.before_main = child_bar(visit, *child);
    page.main << web::heading_1("Care over time");
    if (may(visit.book.viewer(), Permission::record_work))
        page.main << "<p class=\"govuk-body sf-screen-only\">"
                  << web::link(add_of(child->id, type_of<SmallSign>().key()), "Add a small sign") << " &nbsp; "
                  << web::link(add_of(child->id, type_of<CareProfile>().key()), "Do a profile of care") << "</p>";
    page.main << web::heading_2("What to stop and think about");
    page.main << (drifts.empty()
                      ? web::paragraph(
                            "The rules find nothing in what is on record. They know of no worry that nobody wrote down.")
                      : list_of(drifts));
    page.main << web::heading_2("How care is graded") << profiles_view(visit.book, profiles_of(visit.book, *child))
              << web::heading_2("Small signs over the years");
    if (marks.empty())
        page.main << web::paragraph(
            "None is recorded. Hungry, no coat, an appointment missed: each takes a minute, and years of them stand here on one line.");
    page.main << line_of_years(marks, today) << table_of_years(marks, today);
    page.what = "care over time";
    page.about = {child->id};
    return page;
}

// --- before a crisis: on the child's page and the board ---

Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const auto drifts = drift_of(visit.book, child, drift_limits(visit.book.book()), law::london_date(visit.now));
    Html html;
    if (drifts.empty()) return html;
    return std::move(html << web::heading_2("Stop and think") << list_of(drifts)
                          << web::paragraph(web::link(care_of(child.id), "Care over time")));
}

Result<Html> on_the_board(const Visit& visit, const std::vector<ledger::SubjectId>& children) {
    const Date today = law::london_date(visit.now);
    const DriftLimits limits = drift_limits(visit.book.book());
    struct Line {
        SeenChild child;
        std::vector<Drift> drifts;
    };
    std::vector<Line> lines;
    for (const ledger::SubjectId id : children) {
        auto child = visit.book.child(id);
        if (!child) continue;
        if (auto drifts = drift_of(visit.book, *child, limits, today); !drifts.empty())
            lines.push_back({std::move(*child), std::move(drifts)});
    }
    Html html;
    if (lines.empty()) return html;
    std::ranges::stable_sort(lines, std::greater<>(), [](const Line& line) { return line.drifts.size(); });
    Html list;
    list << "<ul class=\"govuk-list\">";
    for (std::size_t i = 0; i < std::min(lines.size(), most_on_the_board); ++i) {
        list << "<li>" << web::link(care_of(lines[i].child.id), lines[i].child.name) << ":";
        for (const Drift& drift : lines[i].drifts) list << " " << drift.says;
        list << "</li>";
    }
    list << "</ul>";
    if (lines.size() > most_on_the_board)
        list << web::paragraph(fmt::format("And {} more with fewer reasons.", lines.size() - most_on_the_board));
    return std::move(html << web::details(fmt::format("Stop and think: {}", counted(lines.size(), "child", "children")), list));
}

// --- settings ---

void check(const record::Values& values, web::FieldErrors& errors) {
    constexpr std::int32_t most = 120;
    const record::ItemType& type = type_of<DriftSettings>();
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (const auto* number = std::get_if<std::int32_t>(&values[i]); number && (*number < 1 || *number > most))
            errors.add(std::string(type.fields()[i].key), "Enter a number from 1 to 120");
}

Html what_it_is_for() {
    return web::paragraph(
        "When a child's page and the team board say that somebody should stop and think. Each rule is a sentence with its facts, and what you leave empty is as usual.");
}

}  // namespace

void add_neglect_pages(record::Record& record, PageParts& parts) {
    parts.add({{web::Method::get, "/children/{id}/care", Permission::see_children, show_care, web::Runs::on_a_worker}});
    parts.child_links.push_back({.words = "Care over time", .order = 35, .needs = Permission::see_children, .to = care_of});
    parts.child_panels.push_back(
        {.key = "drift", .where = ChildPanel::Where::above_the_chronology, .order = 12, .show = on_childs_page});
    parts.board_panels.push_back({.key = "drift", .order = 30, .show = on_the_board});
    add_settings_page(record, parts,
                      {.type = &type_of<DriftSettings>(),
                       .address = web::to("/drift/settings"),
                       .words = "Drift settings",
                       .order = 86,
                       .needs = Permission::keep_front_door,
                       .item = [](const record::Book&) { return drift_settings_item(); },
                       .check = check,
                       .above = what_it_is_for});
}

}  // namespace steadfast::practice
