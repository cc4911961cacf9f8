#include "record/pages/page_parts.hpp"

#include "record/access/access_pages.hpp"
#include "record/allocation/allocation_pages.hpp"
#include "record/calendar/calendar_pages.hpp"
#include "record/home/home_pages.hpp"
#include "record/documents/document_pages.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/council/council_pages.hpp"
#include "record/duty/in_time_pages.hpp"
#include "record/duty/interval_pages.hpp"
#include "record/merge/merge_pages.hpp"
#include "record/pages/child_pages.hpp"
#include "record/pages/family/family_pages.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/item_forms.hpp"
#include "record/pages/item_pages.hpp"
#include "record/pages/list_pages.hpp"
#include "record/pages/put_right_pages.hpp"
#include "record/pages/settings_page.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/plans/plan_pages.hpp"
#include "record/teams/team_pages.hpp"
#include "record/search/add_person.hpp"
#include "record/search/search_pages.hpp"
#include "record/search/text_pages.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

template <class Part>
void put_in_order(std::vector<Part>& parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.order < b.order; });
}

web::Html section(std::string_view key, const Result<web::Html>& shown) {
    if (shown && shown->text().empty()) return {};
    web::Html html;
    html << "<section class=\"sf-panel\" id=\"" << key << "\">";
    if (shown) html << *shown;
    else html << web::inset(web::Html() << "<p>" << shown.error().whole() << "</p>");
    html << "</section>";
    return html;
}

}  // namespace

void PageParts::add(std::vector<PageRoute> more) {
    for (PageRoute& route : more) routes.push_back(std::move(route));
}

void PageParts::arrange() {
    put_in_order(child_panels);
    put_in_order(home_panels);
    put_in_order(waiting);
    put_in_order(board_panels);
    put_in_order(bar_parts);
    put_in_order(child_links);
    put_in_order(places);
}

void add_pages(Record& record, PageParts& parts) {
    parts.add(list_routes(record));
    parts.add(search_routes());
    parts.add(add_person_routes(record));
    add_merge_pages(record, parts);
    add_text_pages(record, parts);
    parts.add(child_routes(record));
    parts.add(item_routes(record));
    add_family_pages(record, parts);
    parts.add(item_form_routes(record));
    parts.add(put_right_routes(record));
    add_draft_pages(record, parts);
    add_settings_list(parts);
    add_emergency_pages(record, parts);
    add_looked_pages(record, parts);
    add_guard_pages(record, parts);
    add_policy_pages(record, parts);
    add_allocation_pages(record, parts);
    add_team_pages(record, parts);
    add_stages_panel(parts);
    add_home_pages(parts);
    add_waiting_panel(parts);
    add_board_pages(record, parts);
    add_due_pages(parts);
    calendar::add_pages(record, parts);
    documents::add_pages(record, parts);
    letters::add_pages(record, parts);
    plans::add_pages(record, parts);
    meetings::add_pages(record, parts);
    add_unheld_pages(record, parts);
    add_council_pages(record, parts);
    add_interval_pages(record, parts);
    add_in_time_pages(record, parts);
}

web::Html child_panels(const Visit& visit, const SeenChild& child, ChildPanel::Where where) {
    web::Html html;
    for (const ChildPanel& panel : visit.parts.child_panels)
        if (panel.where == where) html << section(panel.key, panel.show(visit, child));
    return html;
}

web::Html home_panels(const Visit& visit) {
    web::Html html;
    for (const HomePanel& panel : visit.parts.home_panels)
        if (may(visit.book.viewer(), panel.needs)) html << section(panel.key, panel.show(visit));
    return html;
}

web::Html board_panels(const Visit& visit, const std::vector<ledger::SubjectId>& children) {
    web::Html html;
    for (const BoardPanel& panel : visit.parts.board_panels) html << section(panel.key, panel.show(visit, children));
    return html;
}

web::Html child_links(const Visit& visit, const SeenChild& child) {
    web::Html list;
    for (const ChildLink& link : visit.parts.child_links)
        if (may(visit.book.viewer(), link.needs)) list << "<li>" << web::link(link.to(child.id), link.words) << "</li>";
    if (list.text().empty()) return list;
    return web::Html() << "<nav aria-label=\"More about this child\"><ul class=\"govuk-list\">" << std::move(list) << "</ul></nav>";
}

}  // namespace steadfast::record::pages
