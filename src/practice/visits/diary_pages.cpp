#include "practice/visits/diary_pages.hpp"

#include "law/london.hpp"
#include "practice/visits/diary.hpp"
#include "practice/visits/last_seen.hpp"
#include "record/item/when_in_words.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/family/around.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::SeenChild;
using web::Html;

std::string time_of(const PlannedVisit& visit) {
    const std::string time = record::time_in_words(visit.planned_for);
    return time.empty() ? "Some time today" : time;
}

Html names_of(const std::vector<SeenChild>& children) {
    Html names;
    for (std::size_t i = 0; i < children.size(); ++i)
        names << std::string_view(i == 0                     ? ""
                                  : i + 1 == children.size() ? " and "
                                                             : ", ")
              << web::link(web::to("/children") / children[i].id, children[i].name);
    return names;
}

Html where_to(const record::pages::Visit& visit, const DiaryLine& line) {
    if (!line.visit.where.empty()) return line.visit.where;
    const bool is_at_home = line.visit.place.code.empty() || line.visit.place.is("home") || line.visit.place.is("placement");
    const Html home = is_at_home ? lives_at_on_the_bar(visit, line.children.front()) : Html();
    const Html place(line.visit.place.says());
    return Html() << place << std::string_view(place.empty() || home.empty() ? "" : ": ") << home;
}

/// Ways to ring that may be used, each a link that a phone dials.
Html ways_to_ring(const Around& around, Date today) {
    Html ways;
    for (const Told<record::ContactWay>& way : around.contact_ways) {
        if (!way.is.is_true_on(today) || way.is.is_not_to_be_used.value_or(false)) continue;
        const bool can_ring = way.is.kind.is("mobile") || way.is.kind.is("phone");
        const auto dial = can_ring ? to_ring(way.is.number_or_address) : std::nullopt;
        ways << "<li>" << in_words(way.is);
        if (dial) ways << " " << web::link(*dial, "Ring", way.is.number_or_address);
        ways << "</li>";
    }
    return ways;
}

/// A visit that stands among one's own without having been planned by oneself says whom to ask about it.
Html planned_by_another(const record::pages::Visit& visit, const DiaryLine& line) {
    const auto found = visit.book.book().find(line.item);
    if (!found || visit.book.book().recorded_by(*found) == visit.book.viewer().worker) return {};
    return web::hint("Last changed by " + worker_name(visit.book.book(), visit.book.book().recorded_by(*found)));
}

Html visit_of_today(const record::pages::Visit& visit, const DiaryLine& line, Date today) {
    const SeenChild& first = line.children.front();
    const Around about = around(visit.book, first, today);
    Html html;
    html << "<li class=\"sf-visit\"><p class=\"govuk-body\"><strong>" << time_of(line.visit) << "</strong> "
         << names_of(line.children);
    if (!line.visit.purpose.empty()) html << ": " << line.visit.purpose;
    html << "</p>";
    html << planned_by_another(visit, line);
    if (const Html where = where_to(visit, line); !where.empty()) html << "<p class=\"govuk-body\">" << where << "</p>";
    if (const Html ways = ways_to_ring(about, today); !ways.empty())
        html << "<ul class=\"govuk-list sf-quiet\">" << ways << "</ul>";
    html << "<p class=\"govuk-body\">" << web::button_link(web::to("/children") / first.id / "note", "Start the note") << " "
         << web::link(web::to("/items") / line.item / "change", "Change or call off", time_of(line.visit)) << "</p></li>";
    return html;
}

Html later_lines(const std::vector<DiaryLine>& lines, Date today, bool is_past) {
    Html html;
    html << "<ul class=\"govuk-list\">";
    for (const DiaryLine& line : lines) {
        const auto day = line.visit.planned_for.first_day();
        html << "<li>" << with_distance(*day, today);
        if (const std::string time = record::time_in_words(line.visit.planned_for); !time.empty()) html << " at " << time;
        html << ": " << names_of(line.children) << ". ";
        if (is_past)
            html << web::link(web::to("/children") / line.children.front().id / "note", "Write the note",
                              line.children.front().name)
                 << " or ";
        html << web::link(web::to("/items") / line.item / "change", is_past ? "say that it was called off" : "change it",
                          line.children.front().name)
             << "</li>";
    }
    return std::move(html) << "</ul>";
}

Result<Html> diary_panel(const record::pages::Visit& visit) {
    const Date today = law::london_date(visit.now);
    const Diary diary = diary_of(visit.book, visit.book.viewer().worker, today);
    Html html;
    if (!diary.today.empty()) {
        html << web::heading_2("Today's visits") << "<ul class=\"govuk-list sf-visits\">";
        for (const DiaryLine& line : diary.today) html << visit_of_today(visit, line, today);
        html << "</ul>";
    }
    if (!diary.untold.empty()) html << web::heading_2("Planned, and no note yet") << later_lines(diary.untold, today, true);
    if (!diary.next.empty())
        html << web::details(fmt::format("Visits in the next days ({})", diary.next.size()),
                             later_lines(diary.next, today, false));
    return html;
}

std::string visits_of_worker(const record::pages::Visit& visit, ledger::WorkerId worker) {
    const std::size_t today = planned_for(visit.book.book(), worker, law::london_date(visit.now));
    return today == 0 ? "" : counted(today, "visit", "visits") + " today";
}

std::vector<record::calendar::CalendarDay> on_calendar(const record::pages::Visit& visit, Date first, Date last) {
    std::vector<record::calendar::CalendarDay> days;
    for (const DiaryLine& line : planned_between(visit.book, visit.book.viewer().worker, first, last))
        days.push_back({"visit " + line.item.text(), "Visit", line.visit.planned_for, web::to("/items") / line.item});
    return days;
}

}  // namespace

void add_diary_pages(record::Record& record, PageParts& parts) {
    parts.home_panels.push_back({.key = "visits", .order = 10, .needs = record::Permission::record_work, .show = diary_panel});
    parts.caseload_days.push_back({.key = "seen",
                                   .words = "Last seen",
                                   .when_never = "Not recorded",
                                   .of = [&record](const record::pages::Visit& visit, const SeenChild& child) {
                                       return last_seen(record, visit.book, child);
                                   }});
    parts.calendar_days.push_back(on_calendar);
    parts.of_workers_day.push_back(visits_of_worker);
}

}  // namespace steadfast::practice
