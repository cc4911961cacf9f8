#include "practice/handover/handover_pages.hpp"

#include "record/access/each_about.hpp"
#include "law/london.hpp"
#include "practice/handover/handover.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/home/due.hpp"
#include "record/letters/in_full.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/words.hpp"
#include "record/plans/open_plan.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::Permission;
using record::SeenChild;
using record::type_of;
using web::Html;

constexpr int new_for_days = 28;

/// Sections of a child's page, in the order in which somebody new reads them: who the child is and who matters; and what presses.
constexpr std::array<std::string_view, 4> who_they_are{"case-summary", "own-words", "who-is-who", "workers"};
constexpr std::array<std::string_view, 4> what_presses{"missing", "drift", "plan", "key-events"};

web::Link handover_of(ledger::SubjectId child) { return web::to("/children") / child / "handover"; }

std::optional<Found> latest_handover(const record::SeenBook& book, const SeenChild& child) {
    std::optional<Found> latest;
    record::each_about<Handover>(book, child, [&latest](const Found& found) {
        if (!latest || std::pair(found.happened_on(), found.head().seq) > std::pair(latest->happened_on(), latest->head().seq))
            latest = found;
    });
    return latest;
}

Result<Html> in_their_words(record::Record& record, const Visit& visit, const SeenChild& child) {
    const auto latest = latest_handover(visit.book, child);
    if (!latest) return web::paragraph("Nobody has written a handover. What follows is from the record.");
    const auto text = record::letters::in_full(record, visit, visit.book.book().item_id(*latest), std::span(&child, 1));
    if (!text) return refuse(text.error());
    return record::letters::in_full_view(*text);
}

Html what_is_due(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto rows = due_of(visit.parts.duties, visit.book, {{child.id, {}, {}, {}, {}, {}}}, today);
    web::Table table{.caption = "What is due",
                     .columns = {{"What"}, {"When"}},
                     .rows = {},
                     .when_empty = "Nothing is due that the record knows of."};
    for (const DueRow& row : rows) table.rows.push_back({Html(row.duty), Html(row.words)});
    return web::table(table);
}

Html what_was_promised(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    web::Table table{.caption = "What was promised",
                     .columns = {{"What"}, {"Who"}, {"By"}},
                     .rows = {},
                     .when_empty = "No plan in force has an open action."};
    for (const auto& plan : record::plans::plans_of(visit.book, child)) {
        if (!plan.plan.is_in_force()) continue;
        for (const auto& one : record::plans::open_actions_of(visit.book, child, plan.id))
            table.rows.push_back({web::link(web::to("/actions") / one.id, one.action.action), Html(one.who),
                                  Html(record::plans::by_when(one.action, today))});
    }
    return web::table(table);
}

Html section_called(const Visit& visit, const SeenChild& child, std::string_view key) {
    for (const ChildPanel& panel : visit.parts.child_panels)
        if (panel.key == key) {
            auto shown = panel.show(visit, child);
            return shown ? std::move(*shown) : web::warning("A part of this page can't be shown now: " + shown.error().says);
        }
    return {};
}

Result<Shown> show(record::Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const auto words = in_their_words(record, visit, *child);
    if (!words) return refuse(words.error());
    Page page;
    page.title = "For the next worker";
    page.before_main = child_bar(visit, *child);
    page.main << web::heading_1("For the next worker");
    if (may(visit.book.viewer(), Permission::record_work))
        page.main << "<p class=\"govuk-body sf-screen-only\">"
                  << web::link(web::to("/children") / child->id / "add" / type_of<Handover>().key(),
                               "Write what no form asks for")
                  << "</p>";
    page.main << web::heading_2("From the worker before") << *words;
    for (const std::string_view key : who_they_are) page.main << section_called(visit, *child, key);
    page.main << what_is_due(visit, *child) << what_was_promised(visit, *child);
    for (const std::string_view key : what_presses) page.main << section_called(visit, *child, key);
    page.what = "summary for the next worker";
    page.about = {child->id};
    return page;
}

/// For somebody who began to work with the child not long ago.
Result<Html> for_who_is_new(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    Html html;
    for (const record::Holding& one : record::Caseloads::of(visit.book.book(), today)->of_child(child.id)) {
        if (one.worker != visit.book.viewer().worker || !one.from || today - *one.from >= new_for_days) continue;
        return web::inset(
            Html() << "<p>You work with " << child.name << " since " << one.from->words_with_weekday() << ". "
                   << web::link(handover_of(child.id), "Who they are, who matters, what is due and what was promised") << "</p>");
    }
    return html;
}

}  // namespace

void add_handover_pages(record::Record& record, PageParts& parts) {
    parts.add({{web::Method::get, "/children/{id}/handover", Permission::see_children,
                [&record](const Visit& visit) { return show(record, visit); }, web::Runs::on_a_worker}});
    parts.child_links.push_back(
        {.words = "For the next worker", .order = 36, .needs = Permission::see_children, .to = handover_of});
    parts.child_panels.push_back(
        {.key = "handover", .where = ChildPanel::Where::above_what_is_due, .order = 1, .show = for_who_is_new});
}

}  // namespace steadfast::practice
