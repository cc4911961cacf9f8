#include "record/letters/csv_for_somebody.hpp"

#include "law/london.hpp"
#include "record/letters/guarded_csv.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::record::letters {

using web::Html;

pages::Page csv_form(const pages::Visit& visit, const CsvList& list, const RecipientForm& form) {
    Html fields;
    fields << form_key_input(form)
           << web::text_input({.name = "recipient", .label = "Who it is for", .hint = "It stands in the first line of the file", .error = std::string(form.errors.at("recipient")),
                               .value = std::string(form.typed.get("recipient"))});
    if (list.asks_for_names)
        fields << web::checkboxes({.name = "names", .legend = "Names", .hint = "Without them each row has the child's number alone", .choices = {{"yes", "With the children's names"}},
                                   .ticked = form.wants("names", "yes") ? std::vector<std::string>{"yes"} : std::vector<std::string>{}, .small = true});
    fields << web::button({.label = "Download for a spreadsheet (CSV)"});
    pages::Page page;
    page.title = list.title;
    page.main << web::error_summary(form.errors) << web::heading_1(list.title) << web::paragraph(Html(list.hint))
              << web::post_form({.action = list.action, .token = visit.form_token, .fields = std::move(fields)}) << web::paragraph(web::link(list.back, "Back to the list"));
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<pages::Shown> csv_for_somebody(Record& record, const pages::Visit& visit, const CsvList& list, const std::function<CsvRows(bool with_names)>& rows) {
    RecipientForm form{.typed = visit.request.form(), .errors = {}, .to_think_about = {}};
    const Recipient recipient = read_recipient(form);
    if (!form.errors.empty()) return csv_form(visit, list, form);
    CsvRows all = rows(list.asks_for_names && form.wants("names", "yes"));
    std::string csv(csv_start);
    csv += csv_line({fmt::format("For {}. Made {} by {}.", recipient.name, law::london_date(visit.now).words(), visit.worker_name)});
    for (const auto& row : all.rows) csv += csv_line(row);
    // Where that can't be noted the access log still has its line, and a file has no place to say so.
    static_cast<void>(note_that_it_went_out(record, visit, {.what = list.what, .as = "spreadsheet", .recipient = recipient, .about = all.about}));
    return pages::SentFile{.response = web::Response::download(std::move(csv), "text/csv; charset=utf-8", list.file), .what = "list downloaded for somebody",
                           .about = std::move(all.about), .item = {}};
}

}  // namespace steadfast::record::letters
