#include "practice/early_help/early_help_pages.hpp"
#include "practice/early_help/early_help_view.hpp"

#include "law/london.hpp"
#include "record/letters/csv_for_somebody.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using web::Html;

std::string overseer_of(const Visit& visit, const EarlyHelp& help) {
    return help.overseen_by.item.is_none() ? "Nobody yet"
                                           : worker_name(visit.book.book(), ledger::WorkerId(help.overseen_by.item.bytes()));
}

/// What is due first of all that is owed under it.
Html next_due(const Visit& visit, const EarlyHelpLine& line, Date today) {
    const auto owed = owed_under(visit.parts.duties, visit.book, line.children.front(), line.id, today);
    if (owed.empty()) return Html("Nothing");
    Html html;
    if (owed.front().step.state == law::StepStanding::State::overdue) html << web::tag("Late", web::Colour::red) << " ";
    return html << owed.front().law->name << ", " << owed.front().words(today);
}

bool is_asked_for(const EarlyHelpLine& line, std::string_view whose, ledger::ItemId me) {
    if (whose == "led") return line.help.lead.item == me;
    if (whose == "overseen") return line.help.overseen_by.item == me;
    if (whose == "nobodys") return line.help.led_by.empty() || line.help.overseen_by.item.is_none();
    return true;
}

/// Those that the address asks for.
std::vector<EarlyHelpLine> asked_lines(const Visit& visit) {
    const auto whose = visit.request.query().get("whose");
    const ledger::ItemId me(visit.book.viewer().worker.bytes());
    std::vector<EarlyHelpLine> lines = open_early_help(visit.book);
    std::erase_if(lines, [&](const EarlyHelpLine& line) { return !is_asked_for(line, whose, me); });
    return lines;
}

std::vector<ledger::SubjectId> whom(const std::vector<EarlyHelpLine>& lines) {
    std::vector<ledger::SubjectId> about;
    for (const EarlyHelpLine& line : lines)
        for (const record::SeenChild& child : line.children)
            if (std::ranges::find(about, child.id) == about.end()) about.push_back(child.id);
    return about;
}

web::Link narrowed(const web::Link& link, std::string_view whose) {
    return whose.empty() ? link : link.with("whose", std::string(whose));
}

Html filter(std::string_view whose) {
    web::FilterPanel panel{.action = web::to("/early-help"), .fields = {}};
    panel.fields << web::select({.name = "whose",
                                 .label = "Whose",
                                 .choices = {{"", "Everybody's"},
                                             {"led", "That I lead"},
                                             {"overseen", "That I look over"},
                                             {"nobodys", "Without somebody who leads it or looks over it"}},
                                 .chosen = std::string(whose)});
    if (!whose.empty()) panel.clear = web::to("/early-help");
    return web::filter_panel(panel);
}

Result<Shown> show_list(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const auto whose = visit.request.query().get("whose");
    const std::vector<EarlyHelpLine> lines = asked_lines(visit);
    const bool is_any = !open_early_help(visit.book).empty();
    web::Table table{
        .caption = "Families helped now, the longest first",
        .columns = {{"Children"}, {"Due next"}, {"Led by"}, {"Looked over by"}, {"Since"}, {"Help"}},
        .when_empty =
            is_any ? "None fits. Choose everybody's."
                   : "No early help is recorded. It begins on a child's page, or from a contact that was decided as early help."};
    Page page;
    page.about = whom(lines);
    for (const EarlyHelpLine& line : lines) {
        table.rows.push_back(
            {web::link(web::to("/early-help") / line.id, names_in_words(line.children)), next_due(visit, line, today),
             Html(led_by_in_words(line.help)), Html(overseer_of(visit, line.help)),
             Html(line.help.began ? record::pages::with_distance(*line.help.began, today) : std::string("Not recorded")),
             Html(line.help.kind.says())});
    }
    page.title = "Early help";
    page.main << web::heading_1("Early help and Family Help") << filter(whose) << web::table(table);
    if (!lines.empty())
        page.main << "<p class=\"govuk-body sf-screen-only\">"
                  << web::link(narrowed(web::to("/early-help") / "export", whose), "Download for a spreadsheet") << "</p>";
    page.what = "list of early help";
    return page;
}

// --- for a spreadsheet ---

record::letters::CsvList csv_of(std::string_view whose) {
    const web::Link list = web::to("/early-help");
    return {.title = "Download: early help and Family Help",
            .hint = whose.empty()
                        ? "Every family that is helped now, a row each, without what was written about them."
                        : "The families that you narrowed the list down to, a row each, without what was written about them.",
            .what = "Early help and Family Help: a list",
            .file = "early-help.csv",
            .action = narrowed(list / "export", whose),
            .back = narrowed(list, whose)};
}

record::letters::CsvRows csv_rows(const Visit& visit, bool with_names) {
    const Date today = law::london_date(visit.now);
    const auto lines = asked_lines(visit);
    record::letters::CsvRows all{.rows = {}, .about = whom(lines)};
    all.rows.push_back({"Children's numbers", "Due next", "By when", "Late", "Led by", "Looked over by", "Since", "Help"});
    if (with_names) all.rows.front().insert(all.rows.front().begin() + 1, "Children");
    for (const EarlyHelpLine& line : lines) {
        std::string numbers;
        for (const record::SeenChild& child : line.children) numbers += (numbers.empty() ? "" : "; ") + child.person.authority_id;
        const auto owed = owed_under(visit.parts.duties, visit.book, line.children.front(), line.id, today);
        const bool is_late = !owed.empty() && owed.front().step.state == law::StepStanding::State::overdue;
        std::vector<std::string> cells{std::move(numbers),
                                       owed.empty() ? "Nothing" : std::string(owed.front().law->name),
                                       owed.empty() ? "" : owed.front().words(today),
                                       is_late ? "Yes" : "No",
                                       led_by_in_words(line.help),
                                       overseer_of(visit, line.help),
                                       line.help.began ? line.help.began->iso() : "",
                                       std::string(line.help.kind.says())};
        if (with_names) cells.insert(cells.begin() + 1, names_in_words(line.children));
        all.rows.push_back(std::move(cells));
    }
    return all;
}

Result<Shown> ask_for_whom(const Visit& visit) {
    return record::letters::csv_form(visit, csv_of(visit.request.query().get("whose")));
}

Result<Shown> download(record::Record& record, const Visit& visit) {
    return record::letters::csv_for_somebody(record, visit, csv_of(visit.request.query().get("whose")),
                                             [&](bool with_names) { return csv_rows(visit, with_names); });
}

// --- of one child ---

Html step_down(const Visit& visit, const record::SeenChild& child) {
    Html html;
    for (const record::plans::PlanLine& one : record::plans::plans_of(visit.book, child)) {
        if (!one.plan.is_in_force() || (!one.plan.kind.is("in_need") && !one.plan.kind.is("protection"))) continue;
        html << web::paragraph(
            Html() << one.plan.kind.says() << ": <strong>" << one.plan.must_be_different << "</strong> "
                   << web::link((web::to("/children") / child.id / "early-help" / "begin").with("plan", one.id.text()),
                                "Step down to early help", "from this plan, with what it says"));
    }
    if (html.empty()) return html;
    return Html() << web::heading_2("Step down")
                  << web::paragraph(Html("What the plan says comes along, to be read and changed.")) << html;
}

Result<Shown> show_childs(const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const Date today = law::london_date(visit.now);
    const bool may_record = may(visit.book.viewer(), Permission::record_work);
    const auto lines = early_help_of(visit.book, *child);
    Page page;
    page.title = "Early help";
    page.before_main = child_bar(visit, *child);
    page.main << web::heading_1("Early help and Family Help");
    for (const EarlyHelpLine& line : lines) {
        Html about;
        about << web::link(web::to("/early-help") / line.id,
                           line.help.kind.is_recorded() ? line.help.kind.says() : std::string_view("Early help"))
              << ", from " << (line.help.began ? line.help.began->words_with_weekday() : std::string("a day not recorded"));
        if (line.help.ended)
            about << " to " << line.help.ended->words_with_weekday() << ": "
                  << (line.help.outcome.is_recorded() ? line.help.outcome.says()
                                                      : std::string_view("what it led to is not recorded"));
        else about << ", goes on. Led by: " << led_by_in_words(line.help) << ". Due next: " << next_due(visit, line, today);
        page.main << web::paragraph(about);
    }
    if (lines.empty()) page.main << web::paragraph(Html("This child has had no early help that is on record."));
    const bool is_open = std::ranges::any_of(lines, [](const EarlyHelpLine& line) { return line.help.is_open(); });
    if (may_record && !is_open)
        page.main << "<p class=\"govuk-body\">"
                  << web::button_link(web::to("/children") / child->id / "early-help" / "begin", "Begin early help") << "</p>"
                  << step_down(visit, *child);
    page.what = "early help of the child";
    page.about = {child->id};
    return page;
}

}  // namespace

std::vector<PageRoute> early_help_list_routes(record::Record& record) {
    using enum web::Method;
    return {
        {get, "/early-help", Permission::see_children, show_list, web::Runs::on_a_worker},
        {get, "/early-help/export", Permission::see_children, ask_for_whom},
        {post, "/early-help/export", Permission::see_children, [&record](const Visit& visit) { return download(record, visit); },
         web::Runs::on_a_worker},
        {get, "/children/{id}/early-help", Permission::see_children, show_childs},
    };
}

}  // namespace steadfast::practice
