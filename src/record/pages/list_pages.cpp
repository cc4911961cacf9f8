#include "record/pages/list_pages.hpp"

#include "law/london.hpp"
#include "record/pages/lists_view.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/words.hpp"

#include <charconv>

namespace steadfast::record::pages {
namespace {

std::size_t page_number(const web::Request& request) {
    const auto typed = request.query().get("page");
    std::size_t page = 1;
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return page == 0 ? 1 : page;
}

Page page_of(std::string title, web::Html main) {
    Page page;
    page.title = std::move(title);
    page.main = std::move(main);
    return page;
}

Result<Shown> show_people(const Visit& visit) {
    const auto order = visit.request.query().get("order");
    const PeopleList list = people_list(visit.book,
                                        order == "age" ? PeopleOrder::by_age : order == "number" ? PeopleOrder::by_number : PeopleOrder::by_name,
                                        page_number(visit.request));
    Page page = page_of("Every child on record", people_view(list, law::london_date(visit.now)));
    page.what = "list of people";
    for (const PersonRow& row : list.rows) page.about.push_back(row.id);
    return page;
}

Result<Shown> show_kind(Record& record, const Visit& visit) {
    const ItemType* type = record.catalogue().find(visit.request.at("kind"));
    if (!type) return refuse(Refusal::Kind::not_found, "There is no such kind of record.", "Choose one from the first page.");
    const auto order = visit.request.query().get("order") == "earliest" ? KindOrder::earliest_first : KindOrder::latest_first;
    const KindList list = kind_list(visit.book, *type, order, typed_date(visit.request.query().get("from")),
                                    typed_date(visit.request.query().get("to")), page_number(visit.request));
    Page page = page_of(std::string(type->plural()), kind_view(list));
    page.what = "list of records of one kind";
    for (const KindRow& row : list.rows)
        if (!row.child_id.is_none() && std::find(page.about.begin(), page.about.end(), row.child_id) == page.about.end())
            page.about.push_back(row.child_id);
    return page;
}

}  // namespace

std::vector<PageRoute> list_routes(Record& record) {
    using enum web::Method;
    return {
        {get, "/people", Permission::see_children, show_people, web::Runs::on_a_worker},
        {get, "/kinds/{kind}", Permission::see_children, [&record](const Visit& visit) { return show_kind(record, visit); }, web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::pages
