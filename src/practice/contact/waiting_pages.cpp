#include "practice/contact/contact_pages.hpp"
#include "practice/contact/list_view.hpp"
#include "practice/contact/waiting_list.hpp"
#include "record/item/when_in_words.hpp"
#include "record/letters/csv_for_somebody.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;

const web::Link front_door = web::to("/front-door");

std::vector<ledger::SubjectId> whom(const std::vector<WaitingRow>& rows) {
    std::vector<ledger::SubjectId> about;
    for (const WaitingRow& row : rows)
        for (const record::SeenChild& child : row.contact.children)
            if (std::ranges::find(about, child.id) == about.end()) about.push_back(child.id);
    return about;
}

Result<Shown> show_waiting(const Visit& visit) {
    const WaitingFilter filter = read_waiting_filter(visit.request.query());
    const WaitingList list = waiting_list(visit.book, filter, visit.now);
    Page page;
    page.title = "Front door";
    page.main = waiting_view(list, filter, visit.now, may(visit.book.viewer(), Permission::record_work));
    page.what = "list of contacts";
    page.about = whom(list.rows);
    return page;
}

record::letters::CsvList csv_of(const WaitingFilter& filter) {
    return {.title = "Download: contacts that wait", .hint = filter.narrows() ? "The contacts that you narrowed the list down to, a row each, without what was said in them." : "Every contact that waits for a decision, a row each, without what was said in them.",
            .what = "Contacts that wait: a list", .file = "contacts-waiting.csv", .action = filter.at(front_door / "export"), .back = filter.at(front_door)};
}

record::letters::CsvRows rows_of(const WaitingList& list, Instant now, bool with_names) {
    record::letters::CsvRows all{.rows = {}, .about = whom(list.rows)};
    all.rows.push_back({"Children's numbers", "Came", "From", "Agency", "In danger", "Time left", "Agencies", "Taken by"});
    if (with_names) all.rows.front().insert(all.rows.front().begin() + 1, "Children");
    for (const WaitingRow& row : list.rows) {
        const Contact& contact = row.contact.contact;
        std::string numbers;
        for (const record::SeenChild& child : row.contact.children) numbers += (numbers.empty() ? "" : "; ") + child.person.authority_id;
        std::vector<std::string> cells{numbers, record::in_words(contact.received), std::string(contact.who_contacted.says()), contact.agency,
                                       contact.danger.is_recorded() ? std::string(contact.danger.says()) : "Not known", row.contact.by ? row.contact.by->words(now) : "", row.checks.words(), row.taken_by_name};
        if (with_names) cells.insert(cells.begin() + 1, names_of(row.contact.children));
        all.rows.push_back(std::move(cells));
    }
    return all;
}

Result<Shown> download(record::Record& record, const Visit& visit) {
    const WaitingFilter filter = read_waiting_filter(visit.request.query());
    return record::letters::csv_for_somebody(record, visit, csv_of(filter), [&](bool with_names) { return rows_of(waiting_list(visit.book, filter, visit.now), visit.now, with_names); });
}

}  // namespace

void add_waiting_pages(record::Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    parts.add({
        {get, "/front-door", Permission::record_work, show_waiting},
        {get, "/front-door/export", Permission::record_work,
         [](const Visit& visit) -> Result<Shown> { return record::letters::csv_form(visit, csv_of(read_waiting_filter(visit.request.query()))); }},
        {post, "/front-door/export", Permission::record_work, [&record](const Visit& visit) { return download(record, visit); }, web::Runs::on_a_worker},
    });
}

}  // namespace steadfast::practice
