#include "record/pages/lists_view.hpp"

#include "record/pages/words.hpp"
#include "record/search/search_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/navigation.hpp"
#include "web/components/notices.hpp"
#include "web/components/subject.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

using web::Html;

Html child_link(ledger::SubjectId id, const std::string& name) {
    return web::link(web::to("/children") / id, name);
}

std::string range(const PageOf& page) {
    return fmt::format("{} to {} of {}", page.first() + 1, page.last(), page.whole);
}

web::Link kind_link(const KindList& list) {
    web::Link link = web::to("/kinds") / list.type->key();
    if (list.from) link = link.with("from", list.from->british());
    if (list.to) link = link.with("to", list.to->british());
    return link;
}

}  // namespace

Html people_view(const PeopleList& list, Date today) {
    const auto column = [&list](const char* name, const char* order, PeopleOrder which) {
        return web::Column{.name = name, .sort = web::to("/people").with("order", order),
                           .sorted = list.order == which ? web::Sorted::ascending : web::Sorted::no};
    };
    web::Table table{.caption = list.page.whole == 0 ? "Nobody yet" : fmt::format("People {}", range(list.page)),
                     .columns = {column("Name", "name", PeopleOrder::by_name), column("Born", "age", PeopleOrder::by_age),
                                 column("Number here", "number", PeopleOrder::by_number)},
                     .rows = {},
                     .when_empty = "Nobody is on record yet. Bring in a return, or add a child."};
    for (const PersonRow& row : list.rows)
        table.rows.push_back({child_link(row.id, row.name), Html(born_in_words(row.born, row.expected, today)), Html(row.authority_id)});

    const char* order = list.order == PeopleOrder::by_age ? "age" : list.order == PeopleOrder::by_number ? "number" : "name";
    Html html;
    html << web::heading_1("Every child on record") << web::table(table)
         << web::pagination({.page = list.page.page, .pages = list.page.pages(), .list = web::to("/people").with("order", order), .of = "people"})
         << "<p class=\"govuk-body sf-screen-only\">" << web::link(web::to("/people") / "export", "Download for a spreadsheet") << "</p>";
    return html;
}

Html kind_view(const KindList& list) {
    const bool latest_first = list.order == KindOrder::latest_first;
    web::Table table{.caption = list.page.whole == 0 ? "None" : range(list.page),
                     .columns = {web::Column{.name = "When", .sort = kind_link(list).with("order", latest_first ? "earliest" : "latest"),
                                             .sorted = latest_first ? web::Sorted::descending : web::Sorted::ascending},
                                 {"Child"},
                                 {"What"}},
                     .rows = {},
                     .first_cell_names_row = false,
                     .when_empty = list.from || list.to ? "Nothing of this kind fits the dates. Clear the filter to see all."
                                                        : "Nothing of this kind has been recorded yet. It is recorded on a child's page, or comes in with a return."};
    for (const KindRow& row : list.rows) {
        Html when;
        when << web::link(web::to("/items") / row.item, row.happened ? row.happened->words_with_weekday() : "No date recorded", list.type->name());
        Html what;
        what << row.summary;
        if (row.is_gone) what << " " << web::tag("No longer in the return", web::Colour::grey);
        table.rows.push_back({std::move(when), row.child.empty() ? Html("Nobody in particular") : child_link(row.child_id, row.child), std::move(what)});
    }

    Html html;
    html << web::heading_1(list.type->plural());
    web::FilterPanel panel{.action = web::to("/kinds") / list.type->key(), .fields = {}};
    panel.fields << web::text_input({.name = "from", .label = "From", .hint = "For example, 27/3/2025", .value = list.from ? list.from->british() : "",
                                     .width = web::Width::ten})
                 << web::text_input({.name = "to", .label = "To", .value = list.to ? list.to->british() : "", .width = web::Width::ten});
    if (list.from || list.to) panel.clear = web::to("/kinds") / list.type->key();
    html << web::filter_panel(panel) << web::table(table)
         << web::pagination({.page = list.page.page, .pages = list.page.pages(),
                             .list = kind_link(list).with("order", latest_first ? "latest" : "earliest"), .of = "records"})
         << "<p class=\"govuk-body sf-screen-only\">" << web::link(web::to("/kinds") / list.type->key() / "export", "Download for a spreadsheet") << "</p>";
    return html;
}

}  // namespace steadfast::record::pages
