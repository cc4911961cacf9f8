#include "practice/contact/contact_pages.hpp"

#include "practice/contact/agency_checks.hpp"
#include "practice/contact/contact_list.hpp"
#include "practice/contact/settings.hpp"
#include "record/access/each_about.hpp"
#include "record/pages/family/around.hpp"
#include "record/pages/words.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::pages::Visit;
using web::Html;

/// On the child's page: what somebody told about the child and nobody has decided on.
Result<Html> waiting_panel(const Visit& visit, const record::SeenChild& child) {
    Html html;
    if (!may(visit.book.viewer(), Permission::record_work)) return html;
    record::each_about<Contact>(visit.book, child, [&](const record::Found& found) {
        const ContactRow row = contact_row(visit.book, found);
        if (row.contact.is_decided()) return;
        html << web::paragraph(Html() << web::link(web::to("/contacts") / row.item, "A contact about this child waits for a decision")
                                           << (row.by ? ": " + row.by->words(visit.now) : std::string()));
    });
    if (html.empty()) return html;
    return std::move(Html() << web::heading_2("At the front door") << html);
}

/// Whom somebody has to ring again before a contact can be decided.
Html agencies_late(const Visit& visit) {
    const std::size_t late = late_checks(visit.book.book(), visit.now);
    if (late == 0) return {};
    return Html() << "<li>" << web::link(web::to("/front-door"), record::pages::counted(late, "answer of another agency is", "answers of other agencies are") + " late") << "</li>";
}

/// For managers and the front door: a social worker elsewhere may decide a contact, and nobody waits for them to.
Html to_decide(const Visit& visit) {
    const record::Viewer& viewer = visit.book.viewer();
    if (!may(viewer, Permission::authorise_assessments) && !may(viewer, Permission::learn_of_restricted)) return {};
    const auto waiting = waiting_contacts(visit.book);
    const Html late_answers = agencies_late(visit);
    if (waiting.empty()) return late_answers;
    const auto late = static_cast<std::size_t>(std::ranges::count_if(waiting, [&](const ContactRow& row) { return row.by && row.by->is_over(visit.now); }));
    Html line;
    line << "<li>" << web::link(web::to("/front-door"), record::pages::counted(waiting.size(), "contact waits", "contacts wait") + " for a decision");
    if (late > 0) line << ", " << std::to_string(late) << " of them past the working day";
    return line << "</li>" << late_answers;
}

/// On a phone, one press rings them.
Result<Html> duty_desk(const Visit& visit) {
    const FrontDoorSettings settings = front_door_settings(visit.book.book());
    Html html;
    for (const auto& [words, number] : {std::pair("Duty desk", &settings.phone), std::pair("At night and at weekends", &settings.night_phone)}) {
        if (number->empty()) continue;
        const auto rings = record::pages::to_ring(*number);
        html << std::string_view(html.empty() ? "" : ". ") << std::string_view(words) << " ";
        if (rings) html << web::link(*rings, *number);
        else html << *number;
    }
    return html.empty() ? html : web::paragraph(html);
}

}  // namespace

void add_contact_panels(record::pages::PageParts& parts) {
    parts.child_panels.push_back({.key = "contacts", .where = record::pages::ChildPanel::Where::above_what_is_due, .order = 30, .show = waiting_panel});
    parts.waiting.push_back({.order = 10, .needs = Permission::decide_contacts, .lines = to_decide});
    parts.home_panels.push_back({.key = "duty-desk", .order = 15, .show = duty_desk});
}

}  // namespace steadfast::practice
