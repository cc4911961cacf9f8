#include "law/london.hpp"
#include "practice/oversight/asking.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

// Where what was asked is seen: on the first page of whoever must answer and of who asked, on the child's page, and in one list.
namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using web::Html;

constexpr int new_for_days = 7;

web::Link page_of(const AskedLine& line) { return web::to("/asked") / line.item; }

std::string what_it_is(const AskedLine& line) { return fmt::format("{}: {}", line.rule->type->name(), line.in_one_line); }

Html by_day_of(const AskedLine& line, Date today) {
    if (!line.by_day) return Html("No day");
    Html html;
    if (line.answer.empty() && *line.by_day < today) html << web::tag("Overdue", web::Colour::red) << " ";
    return std::move(html << (line.answer.empty() ? with_distance(*line.by_day, today) : line.by_day->words()));
}

/// What waits for this worker, in the list of a manager's first page and on anybody else's.
Html waits_for_me(const Visit& visit) {
    const auto lines = asked_of_me(visit);
    Html html;
    if (lines.empty()) return html;
    html << "<li>" << web::link(web::to("/asked"), counted(lines.size(), "answer is asked of you", "answers are asked of you"));
    if (lines.front().by_day) html << ", the first by " << with_distance(*lines.front().by_day, law::london_date(visit.now));
    return std::move(html << "</li>");
}

/// What came of what this worker asked.
Result<Html> came_of_it(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    Html list;
    for (const AskedLine& line : asked_by_me(visit)) {
        const bool is_new = line.answered_on && today - *line.answered_on < new_for_days;
        if (!line.needs_the_asker && !is_new) continue;
        list << "<li>" << web::link(page_of(line), fmt::format("{} about {}", what_it_is(line), line.about)) << ": "
             << line.answer << "</li>";
    }
    if (list.empty()) return list;
    return Html() << web::heading_2("Answers to what you asked") << "<ul class=\"govuk-list\">" << list << "</ul>";
}

Result<Html> about_a_child(const Visit& visit, const record::SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto lines = open_about(visit, child);
    Html html;
    if (lines.empty()) return html;
    html << web::heading_2("Decisions and challenges") << "<ul class=\"govuk-list\">";
    for (const AskedLine& line : lines) {
        html << "<li>" << web::link(page_of(line), what_it_is(line)) << ", ";
        if (line.answer.empty())
            html << "asked of " << worker_name(visit.book.book(), line.of) << ", by " << by_day_of(line, today);
        else html << line.answer;
        html << "</li>";
    }
    return std::move(html << "</ul>");
}

web::Table table_of(const Visit& visit, std::string caption, std::string other, std::string when_empty,
                    const std::vector<AskedLine>& lines, bool is_mine) {
    const Date today = law::london_date(visit.now);
    web::Table table{.caption = std::move(caption),
                     .columns = {{"What"}, {"About"}, {std::move(other)}, {"Asked"}, {"By"}, {"Answer"}},
                     .rows = {},
                     .when_empty = std::move(when_empty)};
    for (const AskedLine& line : lines)
        table.rows.push_back({web::link(page_of(line), what_it_is(line)), Html(line.about),
                              Html(worker_name(visit.book.book(), is_mine ? line.of : line.asked_by)),
                              Html(line.asked_on ? line.asked_on->words() : "Not known"), by_day_of(line, today),
                              Html(line.answer.empty() ? "Waits" : line.answer)});
    return table;
}

Result<Shown> show_list(const Visit& visit) {
    const auto of_me = asked_of_me(visit);
    const auto by_me = asked_by_me(visit);
    Page page;
    page.title = "Asked and answered";
    page.main << web::heading_1("Asked and answered")
              << web::table(table_of(visit, fmt::format("Waiting for your answer ({})", of_me.size()), "Asked by",
                                     "Nothing waits for your answer.", of_me, false))
              << web::table(table_of(visit, fmt::format("What you asked ({})", by_me.size()), "Asked of",
                                     "You have asked for no decision and challenged nothing. Both begin on a child's page.",
                                     by_me, true));
    for (const auto* lines : {&of_me, &by_me})
        for (const AskedLine& line : *lines)
            for (const ledger::SubjectId child : line.children)
                if (std::ranges::find(page.about, child) == page.about.end()) page.about.push_back(child);
    if (!page.about.empty()) page.what = "what was asked and answered";
    return page;
}

}  // namespace

void add_asked_lists(record::Record&, PageParts& parts) {
    parts.add({{web::Method::get, "/asked", Permission::see_children, show_list, web::Runs::on_a_worker}});
    parts.waiting.push_back({.order = 12, .needs = Permission::record_work, .lines = waits_for_me});
    parts.home_panels.push_back({.key = "answers", .order = 17, .needs = Permission::record_work, .show = came_of_it});
    parts.child_panels.push_back(
        {.key = "asked", .where = ChildPanel::Where::above_the_chronology, .order = 30, .show = about_a_child});
}

}  // namespace steadfast::practice
