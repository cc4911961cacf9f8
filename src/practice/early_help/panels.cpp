#include "practice/early_help/early_help_pages.hpp"
#include "practice/early_help/early_help_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::SeenChild;
using web::Html;

constexpr std::size_t most_on_the_board = 10;

Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    Html html;
    const auto open = open_early_help_of(visit.book, child);
    if (!open) return html;
    html << web::heading_2(open->help.kind.is_recorded() ? open->help.kind.says() : std::string_view("Early help"))
         << web::paragraph(
                Html() << web::link(web::to("/early-help") / open->id,
                                    open->help.began ? "Since " + open->help.began->words_with_weekday() : std::string("Goes on"),
                                    "with early help")
                       << ". Led by: " << led_by_in_words(open->help) << ".");
    return html;
}

void say_on_the_bar(const Visit& visit, const SeenChild& child, web::IdentityBar& bar) {
    const auto open = open_early_help_of(visit.book, child);
    if (!open) return;
    bar.facts.push_back({"Lead practitioner", Html(led_by_in_words(open->help))});
}

/// Without somebody who leads it or looks over it, a family has help in name alone.
Result<Html> on_the_board(const Visit& visit, const std::vector<ledger::SubjectId>& children) {
    std::vector<EarlyHelpLine> lines = open_early_help(visit.book);
    std::erase_if(lines, [&](const EarlyHelpLine& line) {
        const bool is_ours = std::ranges::any_of(
            line.children, [&](const SeenChild& child) { return std::ranges::find(children, child.id) != children.end(); });
        return !is_ours || (!line.help.led_by.empty() && !line.help.overseen_by.item.is_none());
    });
    Html html;
    if (lines.empty()) return html;
    html << web::heading_2("Early help that hangs on nobody") << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (std::size_t i = 0; i < std::min(lines.size(), most_on_the_board); ++i)
        html << "<li>" << web::link(web::to("/early-help") / lines[i].id, names_in_words(lines[i].children)) << ": "
             << (lines[i].help.led_by.empty() ? std::string_view("nobody leads it")
                                              : std::string_view("nobody qualified looks over it"))
             << "</li>";
    return html << "</ul>"
                << (lines.size() > most_on_the_board
                        ? web::paragraph(web::link(web::to("/early-help").with("whose", "nobodys"), "All of them"))
                        : Html());
}

bool is_overdue_for(const Visit& visit, const EarlyHelpLine& line, Date today) {
    const auto owed = owed_under(visit.parts.duties, visit.book, line.children.front(), line.id, today);
    return std::ranges::any_of(owed, [](const record::DutyStanding& one) {
        return one.law->key == "early_help_oversight" && one.step.state == law::StepStanding::State::overdue;
    });
}

/// For whoever looks over early help: how much of it waits past its day.
Html to_look_over(const Visit& visit) {
    const ledger::ItemId me(visit.book.viewer().worker.bytes());
    const Date today = law::london_date(visit.now);
    const auto lines = open_early_help(visit.book);
    const auto late = static_cast<std::size_t>(std::ranges::count_if(lines, [&](const EarlyHelpLine& line) {
        return line.help.overseen_by.item == me && is_overdue_for(visit, line, today);
    }));
    if (late == 0) return {};
    return Html() << "<li>"
                  << web::link(
                         web::to("/early-help").with("whose", "overseen"),
                         counted(late, "family's early help waits", "families' early help waits") + " for you to look over it")
                  << "</li>";
}

}  // namespace

void add_early_help_panels(PageParts& parts) {
    parts.child_panels.push_back(
        {.key = "early-help", .where = ChildPanel::Where::above_what_is_due, .order = 45, .show = on_childs_page});
    parts.child_links.push_back({.words = "Early help", .order = 14, .to = [](ledger::SubjectId child) {
                                     return web::to("/children") / child / "early-help";
                                 }});
    parts.bar_parts.push_back({.order = 20, .add = say_on_the_bar});
    parts.board_panels.push_back({.key = "early-help", .order = 20, .show = on_the_board});
    parts.waiting.push_back({.order = 40, .needs = Permission::decide_contacts, .lines = to_look_over});
    parts.places.push_back(
        {.words = "Early help", .link = web::to("/early-help"), .order = 26, .needs = Permission::see_children});
}

}  // namespace steadfast::practice
