#include "law/london.hpp"
#include "record/calendar/calendar_pages.hpp"
#include "record/home/due.hpp"
#include "record/pages/words.hpp"

#include <fmt/format.h>
#include <map>

namespace steadfast::record::calendar {
namespace {

constexpr int days_back = 7;
constexpr int days_ahead = 92;

/// One kind of duty on one day.
struct DutyOnADay {
    std::string_view words;
    std::size_t children = 0;
};

CalendarDay overdue_day(std::size_t count, Date today) {
    return {"overdue", pages::counted(count, "thing is overdue", "things are overdue"), When::day(today), web::to("/due").with("when", "overdue")};
}

void add_what_is_owed(const pages::Visit& visit, Date today, std::vector<CalendarDay>& days) {
    const auto caseloads = Caseloads::of(visit.book.book(), today);
    std::map<std::pair<Date, std::string_view>, DutyOnADay> owed;
    std::size_t overdue = 0;
    for (const pages::DueRow& row : pages::due_of(visit.parts.duties, visit.book, caseloads->held_by(visit.book.viewer().worker), today)) {
        if (row.how_soon == pages::HowSoon::overdue) ++overdue;
        if (!row.due || *row.due < today || *row.due > today.plus_days(days_ahead)) continue;
        DutyOnADay& one = owed[{*row.due, row.duty_key}];
        one.words = row.duty;
        ++one.children;
    }
    if (overdue > 0) days.push_back(overdue_day(overdue, today));
    for (const auto& [when, one] : owed) {
        const auto& [day, key] = when;
        days.push_back({fmt::format("due {} {}", key, day.iso()), fmt::format("Due: {} ({})", one.words, pages::counted(one.children, "child", "children")), When::day(day),
                        web::to("/due").with("when", "all").with("duty", key)});
    }
}

}  // namespace

std::vector<CalendarDay> days_of(const pages::Visit& visit) {
    const Date today = law::london_date(visit.now);
    std::vector<CalendarDay> days;
    add_what_is_owed(visit, today, days);
    for (const auto& days_between : visit.parts.calendar_days)
        for (CalendarDay& day : days_between(visit, today.plus_days(-days_back), today.plus_days(days_ahead))) days.push_back(std::move(day));
    return days;
}

}  // namespace steadfast::record::calendar
