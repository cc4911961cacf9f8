#include "record/documents/email_pages.hpp"

#include "law/london.hpp"
#include "record/documents/document_pages.hpp"
#include "record/documents/document_views.hpp"
#include "record/documents/filed_mail.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <fmt/format.h>

namespace steadfast::record::documents {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;
using web::Html;

struct EmailForm {
    SeenChild child;
    std::vector<SeenChild> others;
    web::Fields typed;
    web::FieldErrors errors;
    std::string key;
};

Html form_view(const Visit& visit, const EmailForm& form) {
    Html fields;
    fields << web::hidden_input("save_key", form.key)
           << web::file_input({.name = "message", .label = "The message", .hint = fmt::format("Drag it here from your mail program, or choose a file (.msg or .eml), up to {}. "
                               "Its attachments are filed with it.", size_in_words(visit.parts.documents.most_bytes)),
                               .error = std::string(form.errors.at("message")), .accept = ".eml,.msg,message/rfc822,application/vnd.ms-outlook"});
    if (!form.others.empty()) {
        web::Checkboxes boxes{.name = "child", .legend = "Whose file is it in as well?", .hint = "Brothers and sisters, and children whose records share something already", .choices = {}};
        for (const SeenChild& other : form.others) boxes.choices.push_back({other.id.text(), other.name});
        for (const auto ticked : form.typed.all("child")) boxes.ticked.emplace_back(ticked);
        fields << web::checkboxes(boxes);
    }
    web::Checkboxes advice{.name = "legal_advice", .legend = "Is it from the council's lawyers?", .choices = {{"yes", "It is legal advice to the council", "It and its attachments go out with no print"}}, .small = true};
    for (const auto ticked : form.typed.all("legal_advice")) advice.ticked.emplace_back(ticked);
    fields << web::checkboxes(advice) << web::inset(Html(whose_files({form.child}) + (form.others.empty() ? "" : " It will also be in the file of everybody you tick."))) << web::button({.label = "File the e-mail"});
    const web::Link here = web::to("/children") / form.child.id;
    Html html;
    html << web::error_summary(form.errors) << web::heading_1("File an e-mail")
         << web::post_form({.action = here / "emails" / "add", .token = visit.form_token, .fields = std::move(fields), .has_files = true})
         << web::paragraph(web::link(here, "Back without saving"));
    return html;
}

Result<EmailForm> asked_form(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    auto others = others_it_may_be_about(visit.book, *child);
    return EmailForm{std::move(*child), std::move(others), {}, {}, ledger::IdempotencyKey::random().text()};
}

Result<Shown> show_add(const Visit& visit) {
    const auto form = asked_form(visit);
    if (!form) return refuse(form.error());
    return page_about(visit, {form->child}, "File an e-mail", form_view(visit, *form), "form to file an e-mail");
}

Result<Shown> save_add(Record& record, const Visit& visit) {
    auto form = asked_form(visit);
    if (!form) return refuse(form.error());
    form->typed = visit.request.form();
    const auto key = ledger::IdempotencyKey::parse(form->typed.get("save_key"));
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const auto children = chosen_children(visit.book, form->child, form->typed);
    if (!children) return refuse(children.error());
    form->key = key->text();
    Filing filing(*key, *children, visit.book.viewer().worker);
    if (filing.is_saved_already(visit.book.book())) return web::to("/emails") / filing.first();

    const web::UploadedFile* file = visit.request.file("message");
    if (!file) {
        form->errors.add("message", "Choose the message");
    } else {
        const auto mapped = MappedFile::open(*file);
        if (!mapped) return refuse(mapped.error());
        const auto put = put_mail(filing, record.ledger().store().documents(), visit.parts.documents, visit.now, law::london_date(visit.now),
                                  GivenFile{file->file_name(), mapped->bytes()}, form->typed.get("legal_advice") == "yes");
        if (!put && put.error().kind != Refusal::Kind::invalid) return refuse(put.error());
        if (!put) form->errors.add("message", put.error().whole());
    }
    if (!form->errors.empty()) {
        Page page = page_about(visit, {form->child}, "File an e-mail", form_view(visit, *form), "form with something to put right");
        page.status = 422;
        return page;
    }
    if (auto saved = filing.save(record, visit.now, "filed e-mail"); !saved) return refuse(saved.error());
    return web::to("/emails") / filing.first();
}

/// The documents that came with it, in the order of their titles.
Html attachments_of(const Visit& visit, const std::vector<SeenChild>& children, ledger::ItemId email) {
    web::Table table{.caption = "What came with it", .columns = {{"Document"}, {"File"}}, .rows = {}, .when_empty = "Nothing came with it."};
    if (children.empty()) return {};
    visit.book.each_about(children.front(), [&](const Found& found) {
        if (&found.type() != &type_of<Document>()) return;
        const auto document = type_of<Document>().item_from<Document>(found.values());
        if (document.email.item != email) return;
        Html name;
        name << web::link(web::to("/documents") / visit.book.book().item_id(found), document.title) << " " << scan_tag(document);
        table.rows.push_back({std::move(name), Html(fmt::format("{}, {}", document.file_name, size_in_words(static_cast<std::uint64_t>(std::max(0, document.bytes.value_or(0))))))});
    });
    return web::table(table);
}

std::string sent_in_words(const When& sent) {
    if (sent.start().precision == When::Precision::minute) return law::london_date_and_time(Instant::from_seconds(std::int64_t{sent.start().at} * 60));
    return sent.first_day() ? sent.first_day()->words() : "Not said";
}

Result<Shown> show_email(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    if (&found->type() != &type_of<FiledEmail>()) return refuse(Refusal::Kind::not_found, "There is no such e-mail.", "Look for it on the child's page.");
    if (found->head().has(RowHead::withdrawn)) return web::to("/items") / *id;   // It says why, to those who may know of it at all.
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    const auto content = read_entry(type_of<FiledEmail>(), *entry);
    if (!content) return refuse(content.error());
    const auto email = type_of<FiledEmail>().item_from<FiledEmail>(content->values);

    std::vector<SeenChild> children;
    std::string whose;
    for (const ledger::SubjectId& subject : entry->subjects)
        if (auto child = visit.book.child(subject)) {
            whose += (whose.empty() ? "" : ", ") + child->name;
            children.push_back(std::move(*child));
        }
    Html main;
    main << web::heading_1(email.subject);
    if (!email.left_out.text.empty()) main << web::warning("Not filed with it: " + email.left_out.text);
    main << web::summary_list({{"From", Html(email.sender)}, {"To", Html(email.recipients.empty() ? "Not said" : email.recipients)},
                               {"Sent", Html(sent_in_words(email.sent))}, {"In the file of", Html(whose)}});
    if (email.legal_advice.value_or(false)) main << web::inset(Html("Legal advice to the council: it goes out with no print."));
    main << "<div class=\"sf-narrative govuk-body\">" << (email.words.text.empty() ? std::string("It has no words.") : email.words.text) << "</div>"
         << attachments_of(visit, children, *id)
         << web::paragraph(Html(fmt::format("Filed {} by {}.", law::london_date_and_time(entry->recorded_at), pages::worker_name(visit.book.book(), entry->recorded_by))));
    if (may(visit.book.viewer(), Permission::record_work))
        main << "<p class=\"govuk-body sf-screen-only\">" << web::link(web::to("/items") / *id / "withdraw", "It is on the wrong child") << "</p>";
    Page page = page_about(visit, children, "E-mail", std::move(main), "e-mail");
    page.item = *id;
    return page;
}

}  // namespace

std::vector<pages::PageRoute> email_routes(Record& record) {
    using enum web::Method;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/children/{id}/emails/add", Permission::record_work, show_add},
        {post, "/children/{id}/emails/add", Permission::record_work, [&record](const Visit& visit) { return save_add(record, visit); }, later, most_uploaded},
        {get, "/emails/{id}", Permission::see_children, [&record](const Visit& visit) { return show_email(record, visit); }, later},
    };
}

}  // namespace steadfast::record::documents
