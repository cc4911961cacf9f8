#include "practice/case_summary/summary_pages.hpp"

#include "record/access/each_about.hpp"
#include "law/london.hpp"
#include "practice/case_summary/case_summary.hpp"
#include "record/item/form.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Found;
using record::SeenChild;
using record::type_of;
using web::Html;

struct Latest {
    ledger::ItemId item;
    Date written_on;
    ledger::WorkerId by;
    std::string words;
};

/// The summary of the latest day; of two on one day, the one recorded last.
Result<std::optional<Latest>> latest_summary(record::Record& record, const record::SeenBook& book, const SeenChild& child) {
    std::optional<Found> latest;
    record::each_about<CaseSummary>(book, child, [&latest](const Found& found) {
        if (!found.happened_on()) return;
        const bool is_later = !latest || *found.happened_on() > *latest->happened_on() ||
                              (found.happened_on() == latest->happened_on() && found.head().seq > latest->head().seq);
        if (is_later) latest = found;
    });
    if (!latest) return std::nullopt;
    const auto entry = record.latest_entry(book.book(), *latest);
    if (!entry) return refuse(entry.error());
    const auto content = record::read_entry(type_of<CaseSummary>(), *entry);
    if (!content) return refuse(content.error());
    const auto summary = type_of<CaseSummary>().item_from<CaseSummary>(content->values);
    return Latest{book.book().item_id(*latest), *latest->happened_on(), book.book().recorded_by(*latest), summary.words.text};
}

bool is_out_of_date(Date written_on, Date today) { return written_on.plus_months(case_summary_months) < today; }

Result<Html> summary_panel(record::Record& record, const record::pages::Visit& visit, const SeenChild& child) {
    const auto latest = latest_summary(record, visit.book, child);
    if (!latest) return refuse(latest.error());
    const Date today = law::london_date(visit.now);
    const bool may_write = may(visit.book.viewer(), record::Permission::record_work);
    const web::Link write = web::to("/children") / child.id / "summary";
    Html html;
    html << web::heading_2("Case summary");
    if (!*latest) {
        html << web::paragraph("Nobody has written a summary yet: who this child is, what matters, and how things stand.");
        if (may_write) html << web::paragraph(web::link(write, "Write a case summary"));
        return html;
    }
    html << "<div class=\"govuk-body sf-narrative\">" << (*latest)->words << "</div><p class=\"govuk-body sf-quiet\">Written "
         << with_distance((*latest)->written_on, today) << " by " << worker_name(visit.book.book(), (*latest)->by) << ". ";
    if (is_out_of_date((*latest)->written_on, today))
        html << web::tag(fmt::format("Out of date: older than {} months", case_summary_months), web::Colour::yellow) << " ";
    if (may_write) html << web::link(write, "Bring it up to date") << " ";
    html << web::link(web::to("/items") / (*latest)->item, "Open", "this summary") << "</p>";
    return html;
}

Result<SeenChild> asked_child(const record::pages::Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    return visit.book.child(*id);
}

struct SummaryForm {
    std::string key;
    std::string follows;   ///< The summary that stood when the writer began; empty where none did.
    std::string words;
    std::string error;
    Html notices;
};

Page form_page(record::Record& record, const record::pages::Visit& visit, const SeenChild& child, const SummaryForm& form) {
    const web::Link address = web::to("/children") / child.id / "summary";
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("follows", form.follows)
           << web::text_area({.name = "words", .label = "Summary", .hint = "Who this child is, who matters to them, what we are worried about, what is going well, and what happens next",
                              .error = form.error, .value = form.words, .rows = 14})
           << web::hint(fmt::format("It is dated today and will be in the file of {}. The summaries before it stay in the chronology.", child.name))
           << web::button({.label = "Save"})
           << keeps_itself(record, visit, {.address = address, .name = "Case summary", .about = {child.id}}, visit.request.form()) << "<p class=\"govuk-body\">"
           << web::link(web::to("/children") / child.id, "Go back without saving") << "</p>";
    web::FieldErrors errors;
    if (!form.error.empty()) errors.add("words", form.error);
    Html main;
    main << web::error_summary(errors) << web::heading_1("Case summary") << form.notices
         << web::post_form({.action = address, .token = visit.form_token, .fields = std::move(fields)});
    const ItemPage about{.id = {}, .type = &type_of<CaseSummary>(), .children = {child}, .about = {{child.id, child.name}}};
    return page_about(visit, about, std::move(main), "form of a case summary");
}

Result<Shown> show(record::Record& record, const record::pages::Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    SummaryForm form{.key = ledger::IdempotencyKey::random().text(), .follows = {}, .words = {}, .error = {}, .notices = {}};
    if (const auto draft = draft_of(record, visit, web::to("/children") / child->id / "summary")) {
        form.words = draft->fields.get("words");
        form.key = draft->fields.get("save_key");
        form.follows = draft->fields.get("follows");
        form.notices << draft_notice(draft->head);
    } else {
        // The next one is most often the last one with a few sentences changed.
        const auto latest = latest_summary(record, visit.book, *child);
        if (latest && *latest) {
            form.words = (*latest)->words;
            form.follows = (*latest)->item.text();
        }
    }
    return form_page(record, visit, *child, form);
}

/// What a colleague saved since the writer began, beside the writer's own: taking in what belongs there is for whoever saves second.
Html meanwhile(const record::pages::Visit& visit, const Latest& theirs) {
    return Html() << web::warning(fmt::format("{} saved a summary while you were writing. Yours is below, and nothing of it is lost.", worker_name(visit.book.book(), theirs.by)))
                  << web::inset(Html() << "<div class=\"sf-narrative\">" << theirs.words << "</div>")
                  << web::paragraph("Take from it what belongs into yours, and save. Both stay in the chronology; yours is shown first.");
}

Result<Shown> save(record::Record& record, const record::pages::Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const web::Fields& sent = visit.request.form();
    SummaryForm form{.key = std::string(sent.get("save_key")), .follows = std::string(sent.get("follows")), .words = std::string(web::trimmed(sent.get("words"))), .error = {}, .notices = {}};
    if (form.words.empty()) form.error = "Enter the summary";
    if (form.words.size() > record::longest_narrative) form.error = "The summary is too long";
    if (!form.error.empty()) {
        Page page = form_page(record, visit, *child, form);
        page.status = 422;
        return page;
    }
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return not_opened_here();
    const CaseSummary summary{law::london_date(visit.now), {form.words}};
    const ledger::ItemId item(key->bytes());
    const auto latest = latest_summary(record, visit.book, *child);
    if (!latest) return refuse(latest.error());
    if (*latest && (*latest)->item != item && (*latest)->item.text() != form.follows) {
        form.follows = (*latest)->item.text();
        form.notices << meanwhile(visit, **latest);
        Page page = form_page(record, visit, *child, form);
        page.status = 409;
        return page;
    }
    ledger::Change change = record::change_of(summary, item, 0, {child->id}, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({std::move(change)}, {saved_line(visit, "saved case summary", {child->id}, item)});
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, web::to("/children") / child->id / "summary");
    return (web::to("/items") / item).with("saved", saved->front().version);
}

}  // namespace

void add_summary_pages(record::Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = record::Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    parts.add({
        {get, "/children/{id}/summary", needs, [&record](const record::pages::Visit& visit) { return show(record, visit); }, later},
        {post, "/children/{id}/summary", needs, [&record](const record::pages::Visit& visit) { return save(record, visit); }, later},
    });
    parts.child_panels.push_back({.key = "case-summary", .where = ChildPanel::Where::above_what_is_due, .order = 0,
                                  .show = [&record](const record::pages::Visit& visit, const SeenChild& child) { return summary_panel(record, visit, child); }});
}

}  // namespace steadfast::practice
