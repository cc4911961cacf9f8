#include "law/london.hpp"
#include "practice/allegations/adult_case.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

// Cases that a designated officer looks at again, on their own first page and calendar and nowhere else. Of the adult neither says a word.
namespace steadfast::practice {
namespace {

using record::Found;
using record::pages::Visit;
using web::Html;

struct Owed {
    ledger::ItemId room;
    std::string reference;
    Date by;
};

std::vector<Owed> owed_by_viewer(const Visit& visit) {
    std::unordered_map<ledger::ItemId, std::vector<Date>> looked;
    visit.book.each_of(record::type_of<AdultCaseNote>(), [&looked](const Found& found) {
        const auto note = found.table->item<AdultCaseNote>(found.row);
        if (note.step.is("review") && note.held_on) looked[note.room.item].push_back(*note.held_on);
    });
    std::vector<Owed> all;
    for (const record::SeenRoom& room : rooms_seen(visit.book, record::type_of<AdultCase>())) {
        const auto one = room.found.table->item<AdultCase>(room.found.row);
        if (ledger::WorkerId(one.officer.item.bytes()) != visit.book.viewer().worker) continue;
        if (const auto by = look_again_by(visit.book.book(), one, looked[room.id])) all.push_back({room.id, room.name(), *by});
    }
    std::ranges::stable_sort(all, {}, &Owed::by);
    return all;
}

Result<Html> on_first_page(const Visit& visit) {
    const Date today = law::london_date(visit.now);
    const auto all = owed_by_viewer(visit);
    Html html;
    if (!may(visit.book.viewer(), record::Permission::hear_allegations) &&
        !rooms_seen(visit.book, record::type_of<AdultCase>()).empty())
        html << web::paragraph(web::link(adult_cases(), "Designated officer's cases for which I am named"));
    if (all.empty()) return html;
    html << web::heading_2(fmt::format("Cases that I look at again ({})", all.size())) << "<ul class=\"govuk-list\">";
    for (const Owed& one : all) {
        html << "<li>";
        if (one.by < today) html << web::tag("Late", web::Colour::red) << " ";
        html << web::link(adult_cases() / one.room, one.reference) << ", by " << record::pages::with_distance(one.by, today)
             << "</li>";
    }
    return std::move(html << "</ul>");
}

std::vector<record::calendar::CalendarDay> on_calendar(const Visit& visit, Date first, Date last) {
    std::vector<record::calendar::CalendarDay> days;
    for (const Owed& one : owed_by_viewer(visit))
        if (one.by >= first && one.by <= last)
            days.push_back(
                {"adult case " + one.room.text(), "Something that I look at again", When::day(one.by), adult_cases() / one.room});
    return days;
}

}  // namespace

void add_owed_looks(record::pages::PageParts& parts) {
    parts.home_panels.push_back(
        {.key = "adult_cases", .order = 14, .needs = record::Permission::record_work, .show = on_first_page});
    parts.calendar_days.emplace_back(on_calendar);
}

}  // namespace steadfast::practice
