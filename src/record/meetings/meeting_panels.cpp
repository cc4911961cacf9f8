#include "law/london.hpp"
#include "record/duty/stage.hpp"
#include "record/item/when_in_words.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/meetings/meeting_view.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::meetings {
namespace {

using pages::Visit;
using web::Html;

constexpr int days_ahead = 14;
constexpr std::size_t most_on_childs_page = 3;

/// On the child's page: the meetings to come, and those of which nobody has said what came of them; else the latest that was held.
Result<Html> on_childs_page(const Visit& visit, const SeenChild& child) {
    const Date today = law::london_date(visit.now);
    const auto meetings = meetings_of(visit.book, child);
    Html lines;
    std::size_t shown = 0;
    for (const MeetingLine& one : meetings) {
        if (shown == most_on_childs_page || (shown > 0 && !one.meeting.is_to_come())) break;
        lines << "<li>" << web::link(web::to("/meetings") / one.id, one.meeting.kind.says()) << ": " << where_it_stands(one.meeting, today) << "</li>";
        ++shown;
    }
    const bool may_plan = may(visit.book.viewer(), Permission::record_work) && stage_of(visit.parts.duties, visit.book, child);
    if (lines.empty() && !may_plan) return lines;
    Html html;
    html << web::heading_2("Meetings");
    if (!lines.empty()) html << "<ul class=\"govuk-list\">" << lines << "</ul>";
    const web::Link plan = web::to("/children") / child.id / "meeting";
    if (may_plan) html << "<p class=\"govuk-body sf-screen-only\">" << web::link(plan, "Plan a meeting") << " or " << web::link(plan.with("kind", "strategy_discussion"), "write down a strategy discussion") << "</p>";
    return html;
}

Html names_of(const std::vector<SeenChild>& children) {
    Html names;
    for (std::size_t i = 0; i < children.size(); ++i)
        names << std::string_view(i == 0 ? "" : i + 1 == children.size() ? " and " : ", ") << web::link(web::to("/children") / children[i].id, children[i].name);
    return names;
}

Html lines_of(const std::vector<MeetingLine>& meetings, bool is_past) {
    Html html;
    html << "<ul class=\"govuk-list\">";
    for (const MeetingLine& one : meetings) {
        html << "<li>" << in_words(one.meeting.planned_for) << ": " << web::link(web::to("/meetings") / one.id, one.meeting.kind.says()) << " for " << names_of(one.children);
        if (!one.meeting.place.empty() && !is_past) html << ". " << one.meeting.place;
        if (is_past) html << ". " << web::link(web::to("/meetings") / one.id / "held", "Say what came of it", one.meeting.kind.says());
        html << "</li>";
    }
    return std::move(html << "</ul>");
}

/// On the first page of whoever leads a meeting, is invited to it or called it together.
Result<Html> my_meetings(const Visit& visit) {
    const MyMeetings mine = meetings_of_worker(visit.book, visit.book.viewer().worker, law::london_date(visit.now), days_ahead);
    Html html;
    if (!mine.today.empty()) html << web::heading_2("Today's meetings") << lines_of(mine.today, false);
    if (!mine.untold.empty()) html << web::heading_2("Meetings, and nobody has said what came of them") << lines_of(mine.untold, true);
    if (!mine.next.empty()) html << web::details(fmt::format("Meetings in the next days ({})", mine.next.size()), lines_of(mine.next, false));
    return html;
}

/// The meetings that whoever visits leads or is invited to, on their calendar.
std::vector<calendar::CalendarDay> on_calendar(const Visit& visit, Date first, Date last) {
    std::vector<calendar::CalendarDay> days;
    const MyMeetings mine = meetings_of_worker(visit.book, visit.book.viewer().worker, first, last - first);
    for (const auto* lines : {&mine.today, &mine.next})
        for (const MeetingLine& line : *lines)
            days.push_back({"meeting " + line.id.text(), std::string(line.meeting.kind.says()), line.meeting.planned_for, web::to("/meetings") / line.id});
    return days;
}

}  // namespace

void add_meeting_panels(pages::PageParts& parts) {
    parts.child_panels.push_back({.key = "meetings", .where = pages::ChildPanel::Where::above_what_is_due, .order = 60, .show = on_childs_page});
    parts.home_panels.push_back({.key = "meetings", .order = 11, .needs = Permission::record_work, .show = my_meetings});
    parts.calendar_days.push_back(on_calendar);
}

}  // namespace steadfast::record::meetings
