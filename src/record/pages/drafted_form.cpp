#include "record/pages/drafted_form.hpp"

#include "law/london.hpp"
#include "record/drafts/drafts.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/sign_in/form_token.hpp"

#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

std::string at_in_words(Instant at, Instant now) {
    if (law::london_date(at) == law::london_date(now)) return law::london_time(at);
    return fmt::format("{} on {}", law::london_time(at), law::london_date(at).words());
}

/// A crash may come between the save of a form and the end of its draft.
bool was_saved(Record& record, const Draft& draft) {
    const auto key = ledger::IdempotencyKey::parse(draft.fields.get("save_key"));
    if (!key) return false;
    const auto saved = record.ledger().store().saved_under(std::span(&*key, 1));
    return saved && saved->front().has_value();
}

}  // namespace

std::optional<Draft> draft_of(Record& record, const Visit& visit, const web::Link& address) {
    if (!record.drafts()) return std::nullopt;
    auto found = record.drafts()->find(visit.book.viewer().worker, address.text(), visit.now);
    if (!found || !*found) return std::nullopt;
    if (!was_saved(record, **found)) return std::move(*found);
    form_was_saved(record, visit, address);
    return std::nullopt;
}

web::Html draft_notice(const DraftHead& draft) {
    web::Html html;
    html << "<p>This is your draft, saved " << law::london_time(draft.saved_at) << " on " << law::london_date(draft.saved_at).words()
         << ". Nobody else sees it until you save it. It is kept until " << law::london_date(expires(draft)).words() << ".</p><p>"
         << web::link(web::to("/drafts") / draft.id / "discard", "Start afresh") << "</p>";
    return web::inset(html);
}

web::Html keeps_itself(Record& record, const Visit& visit, const DraftedForm& form, const web::Fields& typed) {
    web::Html html;
    if (!record.drafts() || !may(visit.book.viewer(), Permission::keep_drafts)) return html;
    const ledger::WorkerId worker = visit.book.viewer().worker;
    std::uint64_t revision = 0;
    for (const DraftHead& head : record.drafts()->of(worker, visit.now))
        if (head.form == form.address.text()) revision = head.revision;
    // A form that comes back with a mistake is still the same window's.
    const auto window = DraftWindow::parse(typed.get("draft_window")).value_or(DraftWindow::random());
    std::string about;
    for (const ledger::SubjectId subject : form.about) about += (about.empty() ? "" : " ") + subject.text();
    html << "<div class=\"sf-draft\">" << web::hidden_input("draft_form", form.address.text()) << web::hidden_input("draft_name", form.name)
         << web::hidden_input("draft_about", about) << web::hidden_input("draft_item", form.item.is_none() ? "" : form.item.text())
         << web::hidden_input("draft_revision", std::to_string(revision)) << web::hidden_input("draft_window", window.text())
         << web::hidden_input("draft_worker", worker.text())
         << "<button type=\"submit\" class=\"govuk-button govuk-button--secondary\" formaction=\"/drafts\" data-draft-button>Save draft</button>"
         << "<p class=\"govuk-hint\" role=\"status\" data-draft-status>A draft is kept for " << draft_days << " days after the last change.</p></div>";
    return html;
}

OpenedForm opened_form(Record& record, const Visit& visit, const web::Link& address, bool comes_back) {
    if (comes_back) return {visit.request.form(), std::string(visit.request.form().get("save_key")), {}};
    if (const auto draft = draft_of(record, visit, address)) return {draft->fields, std::string(draft->fields.get("save_key")), draft_notice(draft->head)};
    return {{}, ledger::IdempotencyKey::random().text(), {}};
}

void form_was_saved(Record& record, const Visit& visit, const web::Link& address) {
    if (!record.drafts()) return;
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    record.drafts()->form_was_saved(visit.book.viewer().worker, address.text(), key.value_or(ledger::IdempotencyKey()));
}

web::Html others_who_write(Record& record, const Visit& visit, ledger::ItemId item) {
    web::Html html;
    if (!record.drafts()) return html;
    for (const DraftHead& head : record.drafts()->on(item, visit.now)) {
        if (head.worker == visit.book.viewer().worker) continue;
        html << "<p>" << worker_name(visit.book.book(), head.worker) << " has unsaved text here since " << at_in_words(head.begun_at, visit.now)
             << ". If you both save, whoever saves second is shown both texts and chooses.</p>";
    }
    return html.empty() ? html : web::inset(html);
}

bool belongs_to_the_keeping(std::string_view input) { return input == web::FormToken::field || input.starts_with("draft_"); }

}  // namespace steadfast::record::pages
