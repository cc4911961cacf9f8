#include "record/duty/stage.hpp"
#include "record/pages/child_pages.hpp"
#include "web/components/notices.hpp"

namespace steadfast::record::pages {
namespace {

using web::Html;

Result<Html> stages(const Visit& visit, const SeenChild& child) {
    Html list;
    for (const Stage& stage : stages_of(visit.parts.duties, visit.book, child))
        list << "<li>" << stage.in_words() << ": " << web::link(web::to("/items") / visit.book.book().item_id(stage.shown_by), stage.shown_by.type().name()) << "</li>";
    if (list.empty()) return list;
    return std::move(Html() << web::heading_2("How we work with them") << "<ul class=\"govuk-list\">" << list << "</ul>");
}

}  // namespace

void add_stages_panel(PageParts& parts) {
    parts.child_panels.push_back({.key = "stages", .where = ChildPanel::Where::above_what_is_due, .order = 25, .show = stages});
}

}  // namespace steadfast::record::pages
