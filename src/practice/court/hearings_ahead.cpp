#include "practice/court/hearings_ahead.hpp"

#include "law/london.hpp"
#include "practice/court/proceedings.hpp"
#include "record/access/each_about.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/item/when_in_words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::SeenChild;
using record::pages::Visit;
using web::Html;

constexpr int days_ahead = 7;

struct HearingAhead {
    ledger::ItemId item;
    CourtHearing hearing;
    std::vector<SeenChild> children;
};

bool was_held_or_is_gone(const record::Found& found, const CourtHearing& hearing) {
    return hearing.held_at.is_known() || found.head().has(record::RowHead::gone);
}

/// Of the children whom a worker works with, the hearings that are listed from one day to another, the earliest first. Of brothers and sisters it is
/// one.
std::vector<HearingAhead> hearings_of(const Visit& visit, Date first, Date last) {
    std::vector<HearingAhead> hearings;
    const Date today = law::london_date(visit.now);
    for (const record::Holding& holding : record::Caseloads::of(visit.book.book(), today)->held_by(visit.book.viewer().worker)) {
        const auto child = visit.book.child(holding.child);
        if (!child) continue;
        record::each_about<CourtHearing>(visit.book, *child, [&](const record::Found& found) {
            const auto hearing = found.table->item<CourtHearing>(found.row);
            const auto day = hearing.listed_for.first_day();
            if (!day || *day < first || *day > last || was_held_or_is_gone(found, hearing)) return;
            const auto item = visit.book.book().item_id(found);
            auto known =
                std::find_if(hearings.begin(), hearings.end(), [&item](const HearingAhead& one) { return one.item == item; });
            if (known == hearings.end()) known = hearings.insert(known, {item, hearing, {}});
            known->children.push_back(*child);
        });
    }
    std::stable_sort(hearings.begin(), hearings.end(), [](const HearingAhead& a, const HearingAhead& b) {
        return a.hearing.listed_for.first_day() < b.hearing.listed_for.first_day();
    });
    return hearings;
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

Result<Html> on_first_page(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const auto hearings = hearings_of(visit, today, today.plus_days(days_ahead));
    Html html;
    if (hearings.empty()) return html;
    html << web::heading_2("In court in the next days") << "<ul class=\"govuk-list\">";
    for (const HearingAhead& one : hearings) {
        html << "<li>" << record::in_words(one.hearing.listed_for) << ": "
             << web::link(web::to("/items") / one.item, one.hearing.kind.says()) << " for " << names_of(one.children);
        if (!one.hearing.before_whom.empty()) html << ". " << one.hearing.before_whom;
        html << "</li>";
    }
    return std::move(html << "</ul>");
}

std::vector<record::calendar::CalendarDay> on_calendar(const Visit& visit, Date first, Date last) {
    std::vector<record::calendar::CalendarDay> days;
    for (const HearingAhead& one : hearings_of(visit, first, last))
        days.push_back({"hearing " + one.item.text(), "Court hearing", one.hearing.listed_for, web::to("/items") / one.item});
    return days;
}

}  // namespace

void add_hearings_ahead(record::pages::PageParts& parts) {
    parts.home_panels.push_back(
        {.key = "hearings", .order = 12, .needs = record::Permission::record_work, .show = on_first_page});
    parts.calendar_days.push_back(on_calendar);
}

}  // namespace steadfast::practice
