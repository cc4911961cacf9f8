#include "law/london.hpp"
#include "record/access/access_pages.hpp"
#include "record/documents/document.hpp"
#include "record/letters/goes_out.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_list.hpp"
#include "record/letters/recipient_form.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace steadfast::record::letters {
namespace {

using pages::Page;
using pages::SentFile;
using pages::Shown;
using pages::Visit;
using web::Html;

constexpr std::size_t most_lines = 100'000;
constexpr int days_without_any = 90;

/// One of the lists about a child that go into a spreadsheet.
struct ChildList {
    std::string_view place;   ///< Under the child's address: where the list itself stands.
    std::string_view title;
    std::string_view hint;
    std::string_view what;    ///< Of what went out.
    std::string_view file;
};
constexpr ChildList documents_list{"documents", "Download the list of documents", "A row for each document, without the files themselves and without legal advice.", "Documents: a list", "documents.csv"};
constexpr ChildList made_list{"made", "Download what was printed and sent", "A row for each print, list and letter that was made for somebody.", "Printed and sent: a list", "printed-and-sent.csv"};
constexpr ChildList looked_list{"looked", "Download who has looked at this record", "A row for each time that somebody opened a page. Without days it is the last 90 days.", "Who has looked: a list", "who-looked.csv"};

struct ChildExport {
    SeenChild child;
    const ChildList& list;
    RecipientForm asked;
    std::optional<Date> from;
    std::optional<Date> to;
};

Result<ChildExport> asked_export(const Visit& visit, const ChildList& list) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    if (&list != &documents_list && !pages::may_see_who_looked(visit.book, child->id))
        return refuse(Refusal::Kind::not_allowed, "This is shown to those who work with the child, and to managers.", "Ask the child's worker or their manager.");
    return ChildExport{std::move(*child), list, {}, {}, {}};
}

Page form_page(const Visit& visit, const ChildExport& form) {
    const web::Link back = web::to("/children") / form.child.id / form.list.place;
    const auto input = [&form](std::string_view name, std::string label, std::string hint, web::Width width) {
        return web::text_input({.name = std::string(name), .label = std::move(label), .hint = std::move(hint), .error = std::string(form.asked.errors.at(name)),
                                .value = std::string(form.asked.typed.get(name)), .width = width});
    };
    Html fields;
    fields << form_key_input(form.asked) << input("recipient", "Who it is for", "It stands in the first line of the file", web::Width::full)
           << input("from", "From (optional)", "For example, 27/3/2025", web::Width::ten) << input("to", "To (optional)", "", web::Width::ten)
           << may_know_input(form.asked) << web::button({.label = "Download for a spreadsheet (CSV)"});
    Page page;
    page.title = std::string(form.list.title);
    page.before_main = pages::child_bar(visit, form.child);
    page.main << web::error_summary(form.asked.errors) << web::heading_1(std::string(form.list.title)) << web::paragraph(Html(form.list.hint))
              << web::post_form({.action = back / "export", .token = visit.form_token, .fields = std::move(fields)}) << web::paragraph(web::link(back, "Back to the list"));
    page.what = "form to download a list";
    page.about = {form.child.id};
    page.status = form.asked.errors.empty() ? 200 : 422;
    return page;
}

Recipient read_form(const Visit& visit, ChildExport& form) {
    form.asked.typed = visit.request.form();
    const Recipient recipient = read_recipient(form.asked);
    for (const auto& [name, day] : {std::pair<std::string, std::optional<Date>*>{"from", &form.from}, {"to", &form.to}}) {
        const std::string typed(web::trimmed(form.asked.typed.get(name)));
        *day = Date::parse_british(typed);
        if (!typed.empty() && !*day) form.asked.errors.add(name, "Enter a date, like 27/3/2025");
    }
    if (form.from && form.to && *form.to < *form.from) form.asked.errors.add("to", "Enter a day that is not before the first one");
    return recipient;
}

std::string documents_in(const Visit& visit, const ChildExport& form) {
    std::vector<documents::Document> found_ones;
    visit.book.each_about(form.child, [&](const Found& found) {
        if (&found.type() != &type_of<documents::Document>() || goes_out(found) == GoesOut::never) return;
        auto document = type_of<documents::Document>().item_from<documents::Document>(found.values());
        if ((form.from && (!document.dated || *document.dated < *form.from)) || (form.to && (!document.dated || *document.dated > *form.to))) return;
        found_ones.push_back(std::move(document));
    });
    std::stable_sort(found_ones.begin(), found_ones.end(), [](const auto& a, const auto& b) { return a.dated > b.dated; });
    std::string csv = csv_line({"Date on it", "Kind", "Document", "From", "File", "Bytes"});
    for (const documents::Document& one : found_ones)
        csv += csv_line({one.dated ? one.dated->iso() : "", std::string(one.kind.says()), one.title, one.from_whom, one.file_name, one.bytes ? std::to_string(*one.bytes) : ""});
    return csv;
}

/// None where there are more lines than one file should hold; the form then says so.
Result<std::string> looks_in(Record& record, const Visit& visit, ChildExport& form) {
    const Date to = form.to.value_or(law::london_date(visit.now));
    const Date from = form.from.value_or(to.plus_days(-days_without_any));
    const auto lines = record.ledger().store().access_lines(form.child.id, law::start_of_london_day(from), law::start_of_london_day(to.plus_days(1)), most_lines + 1);
    if (!lines) return refuse(lines.error());
    if (lines->size() > most_lines) form.asked.errors.add("from", fmt::format("There are more than {} lines in these days. Choose fewer", most_lines));
    std::string csv = csv_line({"When", "Who", "What"});
    for (const ledger::AccessLine& line : *lines)
        csv += csv_line({law::london_date_and_time(line.at), pages::worker_name(visit.book.book(), line.who), line.what});
    return csv;
}

Result<Shown> download(Record& record, const Visit& visit, const ChildList& list) {
    auto form = asked_export(visit, list);
    if (!form) return refuse(form.error());
    const Recipient recipient = read_form(visit, *form);
    if (!form->asked.errors.empty()) return form_page(visit, *form);

    const bool is_looked = &list == &looked_list;
    const bool is_made = &list == &made_list;
    auto rows = is_looked ? looks_in(record, visit, *form)
                          : Result<std::string>(is_made ? made_csv(visit.book, made_about(visit.book, form->child, {form->from, form->to, ""})) : documents_in(visit, *form));
    if (!rows) return refuse(rows.error());
    // A title or a sender may name somebody else, or a place that is kept secret.
    if (!is_looked) look_through(form->asked, visit.book, std::span(&form->child, 1), recipient, *rows, "from");
    if (!form->asked.errors.empty()) return form_page(visit, *form);
    // Where it can't be noted, the access log still has its line, and a file has no place to say so.
    static_cast<void>(note_that_it_went_out(record, visit, {.what = std::string(list.what), .as = "spreadsheet", .recipient = recipient, .about = {form->child.id},
                                                            .may_know = form->asked.to_think_about}));
    std::string csv = std::string(csv_start) + csv_line({made_for(recipient, std::span(&form->child, 1), law::london_date(visit.now), visit.worker_name)}) + *rows;
    return SentFile{.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", std::string(list.file)),
                    .what = "list downloaded for somebody", .about = {form->child.id}, .item = {}};
}

}  // namespace

std::vector<pages::PageRoute> child_export_routes(Record& record) {
    using enum web::Method;
    std::vector<pages::PageRoute> routes;
    const auto add = [&](const char* route, const ChildList& list) {
        routes.push_back({get, route, Permission::see_children, [&list](const Visit& visit) -> Result<Shown> {
                              const auto form = asked_export(visit, list);
                              if (!form) return refuse(form.error());
                              return form_page(visit, *form);
                          }});
        routes.push_back({post, route, Permission::see_children, [&record, &list](const Visit& visit) { return download(record, visit, list); }, web::Runs::on_a_worker});
    };
    add("/children/{id}/documents/export", documents_list);
    add("/children/{id}/looked/export", looked_list);
    add("/children/{id}/made/export", made_list);
    return routes;
}

}  // namespace steadfast::record::letters
