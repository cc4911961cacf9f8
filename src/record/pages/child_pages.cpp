#include "record/pages/child_pages.hpp"

#include "law/london.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/words.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <unordered_map>

namespace steadfast::record::pages {
namespace {

constexpr std::size_t most_pages_of_chronology = 10'000;
constexpr std::string_view not_a_date = "Enter a date, like 27/3/2025";

/// A date of the filter: nothing typed, a date, or something that is none and is shown again with what is wrong.
std::optional<Date> filter_date(const web::Request& request, std::string_view name, std::string& typed, std::string& wrong) {
    typed = request.query().get(name);
    if (typed.empty()) return std::nullopt;
    const auto date = typed_date(typed);
    if (!date) wrong = not_a_date;
    return date;
}

ChronologyPart part_asked_for(const web::Request& request) {
    const auto typed = request.query().get("page");
    std::size_t page = 1;
    std::from_chars(typed.data(), typed.data() + typed.size(), page);
    page = std::clamp<std::size_t>(page, 1, most_pages_of_chronology);
    return {(page - 1) * lines_of_chronology, lines_of_chronology};
}

/// Names as the record has them now, each looked up once for the page.
std::function<std::string(ledger::WorkerId)> names_of_workers(const SeenBook& book) {
    const auto known = std::make_shared<std::unordered_map<ledger::WorkerId, std::string>>();
    return [&book, known](ledger::WorkerId worker) {
        const auto found = known->find(worker);
        return found != known->end() ? found->second : known->emplace(worker, worker_name(book.book(), worker)).first->second;
    };
}

Page page_about(const Visit& visit, const SeenChild& child, const ChildPage& shown, std::string what) {
    Page page;
    page.title = "Child's record";
    page.before_main = child_bar(visit, child);
    page.main = child_view(shown);
    page.what = std::move(what);
    page.about = {child.id};
    return page;
}

/// The record of today, through the filter that was asked for.
ChildPage child_page(Record& record, const Visit& visit, const SeenChild& child) {
    ChildPage shown{.child = child, .today = law::london_date(visit.now), .name_of_worker = names_of_workers(visit.book)};
    for (const auto kind : visit.request.query().all("kind")) shown.filter.kinds.emplace_back(kind);
    shown.filter.from = filter_date(visit.request, "from", shown.typed_from, shown.wrong_from);
    shown.filter.to = filter_date(visit.request, "to", shown.typed_to, shown.wrong_to);
    shown.chronology = chronology_of(visit.book, child, shown.filter, part_asked_for(visit.request));
    shown.due = duties_of(visit.parts.duties, visit.book, child, shown.today);
    if (may(visit.book.viewer(), Permission::record_work)) shown.may_add = what_may_be_added(record.catalogue());
    shown.first = child_panels(visit, child, ChildPanel::Where::above_what_is_due);
    shown.then = child_panels(visit, child, ChildPanel::Where::above_the_chronology);
    shown.beside << child_links(visit, child) << child_panels(visit, child, ChildPanel::Where::beside);
    return shown;
}

Result<SeenChild> asked_child(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

Result<Shown> show_child(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    return page_about(visit, *child, child_page(record, visit, *child), "child's page");
}

Result<Shown> show_child_as_known(Record& record, const Visit& visit) {
    const auto now = asked_child(visit);
    if (!now) return refuse(now.error());
    const std::string typed(visit.request.query().get("on"));
    const auto day = typed_date(typed);
    if (!day) {
        ChildPage again = child_page(record, visit, *now);
        again.typed_known_on = typed;
        again.wrong_known_on = not_a_date;
        Page page = page_about(visit, *now, again, "child's page");
        page.status = 422;
        return page;
    }

    const auto then = record.as_known_on(law::start_of_london_day(day->plus_days(1)).plus_seconds(-1), now->id);
    if (!then) return refuse(then.error());
    const SeenBook book_then = visit.book.looking_back_at(*then);
    ChildPage shown{.child = *now, .today = law::london_date(visit.now), .typed_known_on = day->british(), .known_on = day,
                    .name_of_worker = names_of_workers(visit.book)};
    // Before the child was on record there is nothing to show, and that is the answer.
    if (const auto child_then = book_then.child(now->id)) {
        shown.child = *child_then;
        shown.chronology = chronology_of(book_then, *child_then, {}, part_asked_for(visit.request));
    }
    return page_about(visit, shown.child, shown, "child's page as known on a day");
}

}  // namespace

/// Of another item, or of a return: it is recorded where the two belong together.
static bool belongs_to_another(const ItemType& type) {
    const auto is_chosen = [](const Field& field) { return (field.kind == FieldKind::link && !field.is_recorder) || field.is_return_year; };
    return std::any_of(type.fields().begin(), type.fields().end(), is_chosen);
}

std::vector<const ItemType*> what_may_be_added(const Catalogue& catalogue) {
    std::vector<const ItemType*> types;
    for (const ItemType* type : catalogue.all()) {
        // A person or a worker is not something that happened.
        if (!type->happened_field() || type->tells() == Tells::who_somebody_is || type->written() != Written::on_forms) continue;
        if (!belongs_to_another(*type)) types.push_back(type);
    }
    return types;
}

std::vector<const ItemType*> what_may_be_told(const Catalogue& catalogue) {
    std::vector<const ItemType*> types;
    for (const ItemType* type : catalogue.all()) {
        const bool is_told = type->tells() == Tells::who_somebody_is && type->written() == Written::on_forms && type != &type_of<Person>();
        if (is_told && !belongs_to_another(*type)) types.push_back(type);
    }
    return types;
}

std::vector<PageRoute> child_routes(Record& record) {
    using enum web::Method;
    return {
        // A section of it may read a long text from the store.
        {get, "/children/{id}", Permission::see_children, [&record](const Visit& visit) { return show_child(record, visit); }, web::Runs::on_a_worker},
        {get, "/children/{id}/known", Permission::see_children, [&record](const Visit& visit) { return show_child_as_known(record, visit); },
         web::Runs::on_a_worker},
    };
}

}  // namespace steadfast::record::pages
