#include "record/home/home_pages.hpp"

#include "law/age.hpp"
#include "law/london.hpp"
#include "record/pages/lists.hpp"
#include "record/pages/words.hpp"
#include "record/search/search_view.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

constexpr std::size_t most_pressing_shown = 20;
constexpr int new_for_days = 7;

Html child_link(const SeenChild& child) { return web::link(web::to("/children") / child.id, child.name); }

/// The same thing owed to brothers and sisters on the same day is one line: it was said three times, and is done once.
std::vector<std::vector<const PressingDuty*>> lines_of(const std::vector<PressingDuty>& duties) {
    std::vector<std::vector<const PressingDuty*>> lines;
    for (const PressingDuty& one : duties) {
        const auto same = std::ranges::find_if(lines, [&one](const auto& line) { return line.front()->duty == one.duty && line.front()->due == one.due && line.front()->words == one.words; });
        if (same == lines.end()) lines.push_back({&one});
        else same->push_back(&one);
    }
    return lines;
}

Html pressing_line(const std::vector<const PressingDuty*>& line) {
    const PressingDuty& first = *line.front();
    Html html;
    const auto child = [](const PressingDuty& one) { return web::link(web::to("/children") / one.child, one.name); };
    const auto does = [](const PressingDuty& one) { return web::link(one.does, one.does_words, one.duty + " of " + one.name); };
    if (line.size() == 1) return std::move(html << child(first) << ": " << first.duty << ", " << first.words << " " << does(first));
    html << first.duty << ", " << first.words << ": ";
    for (std::size_t i = 0; i < line.size(); ++i) html << std::string_view(i == 0 ? "" : i + 1 == line.size() ? " and " : ", ") << child(*line[i]) << " (" << does(*line[i]) << ")";
    return html;
}

void add_pressing(Html& html, const std::string& heading, const std::vector<PressingDuty>& duties) {
    if (duties.empty()) return;
    const auto lines = lines_of(duties);
    html << web::heading_3(heading) << "<ul class=\"govuk-list\">";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), most_pressing_shown); shown += lines[i++].size()) html << "<li>" << pressing_line(lines[i]) << "</li>";
    if (duties.size() > shown) html << "<li>" << fmt::format("and {} more, marked below", duties.size() - shown) << "</li>";
    html << "</ul>";
}

Html new_to_you(const Caseload& caseload, Date today) {
    Html list;
    for (const CaseloadRow& row : caseload.rows)
        if (row.since && today - *row.since < new_for_days)
            list << "<li>" << child_link(row.child) << ": " << row.as_what << " since " << row.since->words_with_weekday() << "</li>";
    if (list.empty()) return list;
    return Html() << web::heading_2("New to you") << "<ul class=\"govuk-list\">" << list << "</ul>";
}

/// The columns of a caseload, by their names in the address.
struct CaseloadColumn {
    std::string_view by;
    std::string_view words;
    CaseloadOrder order;
};
constexpr CaseloadColumn columns[] = {
    {"name", "Name", CaseloadOrder::by_name},   {"age", "Age", CaseloadOrder::by_age},     {"stage", "Now", CaseloadOrder::by_stage},
    {"since", "Allocated since", CaseloadOrder::by_since}, {"next", "Next", CaseloadOrder::by_next}, {"workers", "Workers", CaseloadOrder::by_workers},
};

std::vector<Html> cells_of(const CaseloadRow& row, const PageParts& parts, Date today) {
    const auto age = row.child.person.born ? law::age_on(*row.child.person.born, today) : std::nullopt;
    Html next;
    if (row.overdue > 0) next << web::tag(counted(row.overdue, "thing overdue", "things overdue"), web::Colour::red) << " ";
    if (row.next) next << row.next_duty << ": " << with_distance(*row.next, today);
    std::string since = row.since ? row.since->words() : "";
    if (row.as_what_code != "allocated_worker") since += (since.empty() ? "" : ", ") + row.as_what;
    std::vector<Html> cells{child_link(row.child), Html(age ? std::to_string(*age) : "Not known"), Html(row.stage ? row.stage->in_words() : "Nothing open on record"),
                            Html(since), std::move(next), Html(row.workers > 0 ? std::to_string(row.workers) : "")};
    for (std::size_t i = 0; i < parts.caseload_days.size(); ++i) cells.emplace_back(row.days[i] ? from_today(*row.days[i], today) : parts.caseload_days[i].when_never);
    return cells;
}

Result<Shown> show_home(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const auto& held = Caseloads::of(visit.book.book(), today)->held_by(visit.book.viewer().worker);
    Caseload caseload = caseload_of(visit.parts.duties, visit.book, held, today);
    const CaseloadAsked asked = asked_order(visit);
    complete(caseload, visit, asked, today);

    Page page;
    page.title = "Home";
    page.main << web::heading_1("Find a child") << large_search_box("", visit.form_token) << home_panels(visit);
    if (!caseload.rows.empty()) {
        page.main << pressing(caseload) << new_to_you(caseload, today)
                  << caseload_table(caseload, visit, asked, web::to("/"), fmt::format("My children ({})", caseload.rows.size()), "", today);
        page.what = "home, with their own children";
        for (const CaseloadRow& row : caseload.rows) page.about.push_back(row.child.id);
    } else if (may(visit.book.viewer(), Permission::record_work)) {
        page.main << web::heading_2("My children")
                  << web::paragraph(Html("No child is allocated to you. When a manager gives you one, you find them here, with what is due."));
    }
    return page;
}

Result<Shown> show_lists(const Visit& visit) {
    const auto all = kinds(visit.book);
    Page page;
    page.title = "Lists";
    page.main << web::heading_1("Lists") << web::paragraph(web::link(web::to("/people"), "Every child on record")) << web::heading_2("Every kind of record");
    if (all.empty()) {
        page.main << web::paragraph(Html() << "Nothing has been recorded yet. Bring in a return with <code>steadfast import</code>, or record something about a child.");
        return page;
    }
    page.main << "<ul class=\"govuk-list sf-columns\">";
    for (const KindSize& kind : all) page.main << "<li>" << web::link(web::to("/kinds") / kind.type->key(), kind.type->plural()) << " (" << grouped(kind.count) << ")</li>";
    page.main << "</ul>";
    return page;
}

}  // namespace

CaseloadAsked asked_order(const Visit& visit) {
    const auto typed = visit.request.query().get("order");
    for (std::size_t i = 0; i < visit.parts.caseload_days.size(); ++i)
        if (typed == visit.parts.caseload_days[i].key) return {CaseloadOrder::by_day, i};
    for (const CaseloadColumn& column : columns)
        if (typed == column.by) return {column.order, 0};
    return {};
}

void complete(Caseload& caseload, const Visit& visit, const CaseloadAsked& asked, Date today) {
    for (CaseloadRow& row : caseload.rows) {
        row.stage = stage_of(visit.parts.duties, visit.book, row.child);
        row.workers = count_workers(allocations_of(visit.book.book(), row.child.id), today).workers;
        for (const CaseloadDay& day : visit.parts.caseload_days) row.days.push_back(day.of(visit, row.child));
    }
    caseload.sort(asked.order, asked.day);
}

Html pressing(const Caseload& caseload) {
    if (caseload.overdue.empty() && caseload.due_soon.empty()) return {};
    Html html;
    html << web::heading_2("Needs you");
    add_pressing(html, "Overdue", caseload.overdue);
    add_pressing(html, "Due in the next five working days", caseload.due_soon);
    return html;
}

Html caseload_table(const Caseload& caseload, const Visit& visit, const CaseloadAsked& asked, const web::Link& here, const std::string& caption,
                    const std::string& when_empty, Date today) {
    const auto column = [&](std::string_view words, std::string_view by, bool is_chosen) {
        return web::Column{.name = std::string(words), .sort = here.with("order", by), .sorted = is_chosen ? web::Sorted::ascending : web::Sorted::no};
    };
    web::Table table{.caption = caption, .columns = {}, .rows = {}, .when_empty = when_empty};
    for (const auto& [by, words, order] : columns) table.columns.push_back(column(words, by, asked.order == order));
    for (std::size_t i = 0; i < visit.parts.caseload_days.size(); ++i)
        table.columns.push_back(column(visit.parts.caseload_days[i].words, visit.parts.caseload_days[i].key, asked.order == CaseloadOrder::by_day && asked.day == i));
    for (const CaseloadRow& row : caseload.rows) table.rows.push_back(cells_of(row, visit.parts, today));
    return web::table(table);
}

void add_home_pages(PageParts& parts) {
    using enum web::Method;
    parts.add({
        {get, "/", Permission::see_children, show_home, web::Runs::on_a_worker},
        {get, "/lists", Permission::see_children, show_lists, web::Runs::on_a_worker},
    });
    parts.places.push_back({.words = "Home", .link = web::to("/"), .order = 0, .key = "g h"});
    parts.places.push_back({.words = "Lists", .link = web::to("/lists"), .order = 50, .key = "g l"});
}

}  // namespace steadfast::record::pages
