#include "record/pages/settings_page.hpp"
#include "web/components/notices.hpp"

namespace steadfast::record::pages {
namespace {

/// The pages of settings that this visitor keeps, one beneath the other: among the places in the navigation they were in everybody's way
/// each day, for something that is done twice a year.
Result<Shown> show_settings(const Visit& visit) {
    web::Html list;
    for (const NavigationPlace& place : visit.parts.places)
        if (place.is_setting && may(visit.book.viewer(), place.needs))
            list << "<li>" << web::link(place.link, place.words) << "</li>";
    Page page;
    page.title = "Settings";
    page.main << web::heading_1("Settings");
    if (list.empty()) page.main << web::paragraph("Your role keeps no settings. A manager or an administrator does.");
    else page.main << "<ul class=\"govuk-list\">" << list << "</ul>";
    return page;
}

}  // namespace

void add_settings_list(PageParts& parts) { parts.add({{web::Method::get, "/settings", Permission::keep_drafts, show_settings}}); }

}  // namespace steadfast::record::pages
