#include "practice/contact/contact_pages.hpp"

#include "law/london.hpp"
#include "practice/contact/contact_view.hpp"
#include "practice/contact/deciding.hpp"
#include "practice/contact/list_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "practice/contact/settings.hpp"
#include "practice/contact/two_texts_of_contact.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/words.hpp"
#include "record/people/free_number.hpp"
#include "web/components/notices.hpp"

#include <algorithm>
#include <charconv>

namespace steadfast::practice {
namespace {

using record::Permission;
using record::Record;
using record::pages::Page;
using record::pages::Shown;
using record::pages::Visit;

std::vector<ledger::SubjectId> ids_of(const std::vector<record::SeenChild>& children) {
    std::vector<ledger::SubjectId> ids;
    for (const record::SeenChild& child : children) ids.push_back(child.id);
    return ids;
}

Page page_of(std::string title, web::Html main, std::string what, std::vector<ledger::SubjectId> about) {
    Page page;
    page.title = std::move(title);
    page.main = std::move(main);
    page.what = std::move(what);
    page.about = std::move(about);
    return page;
}

void add_whom(std::vector<ledger::SubjectId>& about, const std::vector<ContactRow>& rows) {
    for (const ContactRow& row : rows)
        for (const record::SeenChild& child : row.children)
            if (std::find(about.begin(), about.end(), child.id) == about.end()) about.push_back(child.id);
}

std::optional<Date> filter_date(const Visit& visit, std::string_view name, std::string& typed, std::string& wrong) {
    typed = visit.request.query().get(name);
    if (typed.empty()) return std::nullopt;
    const auto date = record::pages::typed_date(typed);
    if (!date) wrong = "Enter a date, like 27/3/2026";
    return date;
}

Result<Shown> show_decided(const Visit& visit) {
    DecidedList list(law::london_date(visit.now));
    for (const auto decision : visit.request.query().all("decision"))
        if (contact_decision.find(decision)) list.filter.decisions.emplace_back(decision);
    list.filter.from = filter_date(visit, "from", list.typed_from, list.wrong_from);
    list.filter.to = filter_date(visit, "to", list.typed_to, list.wrong_to);
    std::size_t asked = 1;
    const auto typed = visit.request.query().get("page");
    std::from_chars(typed.data(), typed.data() + typed.size(), asked);
    list.shown = decided_contacts(visit.book, list.filter, asked);
    Page page = page_of("Contacts decided on", decided_view(list), "list of contacts", {});
    add_whom(page.about, list.shown.rows);
    if (!list.wrong_from.empty() || !list.wrong_to.empty()) page.status = 422;
    return page;
}

/// The contact of an address, as this viewer may see it.
struct Opened {
    record::Found found;
    record::Content content;
    std::vector<ledger::SubjectId> about;
    ledger::ItemId id;
};

Result<Opened> opened(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    const auto found = visit.book.item(*id);
    if (!found) return refuse(found.error());
    if (&found->type() != &record::type_of<Contact>() || found->head().has(record::RowHead::withdrawn))
        return refuse(Refusal::Kind::not_found, "There is no such contact, or none that you may see.", "Look in the list of contacts.");
    const auto entry = record.latest_entry(visit.book.book(), *found);
    if (!entry) return refuse(entry.error());
    auto content = record::read_entry(record::type_of<Contact>(), *entry);
    if (!content) return refuse(content.error());
    return Opened{*found, std::move(*content), entry->subjects, *id};
}

Date day_of(const Contact& contact, const Visit& visit) { return contact.received.first_day().value_or(law::london_date(visit.now)); }

web::Link address_of_decision(const Opened& opened) { return web::to("/contacts") / opened.id; }

/// What was typed of a decision and not saved: after a mistake as it was sent, otherwise the visitor's own draft.
void keep_decision(Record& record, const Visit& visit, const Opened& opened, ContactShown& shown) {
    if (shown.contact.is_decided() || !shown.may_decide) return;
    shown.notices << record::pages::others_who_write(record, visit, opened.id);
    if (shown.typed.empty())
        if (const auto draft = record::pages::draft_of(record, visit, address_of_decision(opened))) {
            shown.typed = draft->fields;
            shown.key = draft->fields.get("save_key");
            shown.notices << record::pages::draft_notice(draft->head);
        }
    shown.keeping = record::pages::keeps_itself(
        record, visit, {.address = address_of_decision(opened), .name = "Decision on a contact", .about = ids_of(shown.row.children), .item = opened.id}, shown.typed);
}

Page contact_page(Record& record, const Visit& visit, const Opened& opened, web::Fields typed, web::FieldErrors errors, std::string trouble) {
    ContactShown shown(law::london_date(visit.now));
    shown.row = contact_row(visit.book, opened.found);
    shown.contact = record::type_of<Contact>().item_from<Contact>(opened.content.values);
    shown.histories = history_of(visit.book, visit.parts.duties, shown.row.children, day_of(shown.contact, visit), opened.id);
    shown.recorded_by = record::pages::worker_name(visit.book.book(), visit.book.book().recorded_by(opened.found));
    if (!shown.contact.decided_by.item.is_none())
        shown.decided_by = record::pages::worker_name(visit.book.book(), ledger::WorkerId(shown.contact.decided_by.item.bytes()));
    shown.version = opened.found.head().version;
    shown.may_record = may(visit.book.viewer(), Permission::record_work);
    shown.may_decide = may(visit.book.viewer(), Permission::decide_contacts);
    shown.form_token = visit.form_token;
    shown.key = ledger::IdempotencyKey::random().text();
    shown.typed = std::move(typed);
    shown.errors = std::move(errors);
    shown.trouble = std::move(trouble);
    shown.now = visit.now;
    if (shown.may_decide) shown.threshold_guide = threshold_guide(record, visit.book.book());
    shown.checks = checks_of(visit.book, opened.id);
    shown.early_help = early_help_begun(visit.book, shown.row.children, opened.id);
    shown.may_begin_early_help = shown.may_record && shown.contact.decision.is("early_help") && record.catalogue().find("early_help");
    keep_decision(record, visit, opened, shown);
    Page page = page_of("Contact", contact_shown_view(shown), "contact", ids_of(shown.row.children));
    page.item = opened.id;
    if (!shown.errors.empty()) page.status = 422;
    return page;
}

Result<Shown> show_contact(Record& record, const Visit& visit) {
    const auto contact = opened(record, visit);
    if (!contact) return refuse(contact.error());
    return contact_page(record, visit, *contact, {}, {}, "");
}

web::Link address_of(const ContactForm& form) { return form.is_new ? web::to("/front-door/contact") : web::to("/contacts") / form.contact / "change"; }

/// What was typed and not saved goes on where it stopped, with whoever was ticked in it.
void take_up_draft(Record& record, const Visit& visit, ContactForm& form) {
    const auto draft = record::pages::draft_of(record, visit, address_of(form));
    if (!draft) return;
    ContactForm kept = form_with(visit, draft->fields);
    kept.is_new = form.is_new;
    kept.contact = form.contact;
    kept.is_unverified = form.is_unverified;
    kept.notices << record::pages::draft_notice(draft->head);
    form = std::move(kept);
}

record::pages::DraftedForm drafted(const ContactForm& form) {
    return {.address = address_of(form), .name = form.is_new ? "Contact" : "Change of a contact", .about = ids_of(form.children), .item = form.is_new ? ledger::ItemId() : form.contact};
}

Page form_page(Record& record, const Visit& visit, ContactForm& form, std::string what) {
    if (!form.is_new) form.notices << record::pages::others_who_write(record, visit, form.contact);
    form.keeping = record::pages::keeps_itself(record, visit, drafted(form), form.typed);
    if (form.may_decide) form.threshold_guide = threshold_guide(record, visit.book.book());
    const auto histories = history_of(visit.book, visit.parts.duties, form.children, law::london_date(visit.now), form.contact);
    return page_of(form.is_new ? "New contact" : "Change a contact", contact_form_view(form, histories, law::london_date(visit.now)), std::move(what), ids_of(form.children));
}

Result<Shown> show_new(Record& record, const Visit& visit) {
    ContactForm form = open_new(visit);
    take_up_draft(record, visit, form);
    return form_page(record, visit, form, "form of a contact");
}

Result<Shown> show_change(Record& record, const Visit& visit) {
    const auto contact = opened(record, visit);
    if (!contact) return refuse(contact.error());
    ContactForm form = open_recorded(visit, contact->content, contact->about, contact->id, contact->found.head().version);
    take_up_draft(record, visit, form);
    return form_page(record, visit, form, "form of a contact");
}

/// The form again, with what is wrong, found or ticked.
Page form_again(Record& record, const Visit& visit, ContactForm& form) {
    Page page = form_page(record, visit, form, form.found ? "search for people" : "form with something to put right");
    if (form.found)
        for (const record::PersonFound& person : form.found->people)
            if (std::find(page.about.begin(), page.about.end(), person.id) == page.about.end()) page.about.push_back(person.id);
    if (form.was_changed_meanwhile) page.status = 409;
    else if (!form.errors.empty()) page.status = 422;
    return page;
}

/// Puts the new children on record: each a change of its own, and one more whom the contact is about.
std::vector<ledger::Change> put_on_record(const record::Book& book, const ContactForm& form, const ledger::IdempotencyKey& key, std::vector<ledger::SubjectId>& about,
                                          ledger::WorkerId by) {
    std::vector<ledger::Change> changes;
    for (const NewChild& child : form.new_children) {
        const IdBytes id = derived_id(key, child.input("person"));
        about.emplace_back(id);
        record::Person person = child.person;
        person.authority_id = record::free_number(book);
        changes.push_back(record::change_of(person, ledger::ItemId(id), 0, {ledger::SubjectId(id)}, by));
        changes.back().key = ledger::IdempotencyKey(id);
    }
    return changes;
}

/// Everything that one press of the button saves: new children, the contact, and the referrals that its decision opens.
std::vector<ledger::Change> changes_of(Record& record, const Visit& visit, const ContactForm& form, const Contact& before, const record::Content& content,
                                       const ledger::IdempotencyKey& key, std::vector<ledger::SubjectId> about) {
    const auto by = visit.book.viewer().worker;
    const auto contact = record::type_of<Contact>().item_from<Contact>(content.values);
    std::vector<ledger::Change> changes = put_on_record(visit.book.book(), form, key, about, by);
    changes.push_back(record::change_of(record::type_of<Contact>(), form.contact, form.starts_from, about, content, by));
    changes.back().key = key;
    if (!contact.decision.is("assessment") || before.decision.is("assessment")) return changes;
    const auto histories = history_of(visit.book, visit.parts.duties, form.children, day_of(contact, visit), form.contact);
    const auto need = form.typed.get("primary_need");
    for (ledger::Change& referral : referrals_opened(record.catalogue(), contact, about, histories, law::primary_need.find(need) ? need : std::string_view(),
                                                     law::london_date(visit.now), key, by))
        changes.push_back(std::move(referral));
    return changes;
}

Result<Shown> save_contact(Record& record, const Visit& visit, const ContactForm& form, const Contact& before, const record::Content& content, const ledger::IdempotencyKey& key) {
    auto changes = changes_of(record, visit, form, before, content, key, ids_of(form.children));
    // The new children too: the line in their access logs is the first of all.
    std::vector<ledger::SubjectId> about;
    for (const ledger::Change& change : changes)
        if (change.item == form.contact) about = change.subjects;
    const auto saved = record.ledger().save_and_wait(std::move(changes), {{visit.now, visit.book.viewer().worker, "saved contact", about, form.contact}});
    if (!saved) return refuse(saved.error());
    record::pages::form_was_saved(record, visit, address_of(form));
    return web::to("/contacts") / form.contact;
}

/// Somebody else saved since this text was begun: what both changed, its writer chooses.
Result<Shown> put_together(Record& record, const Visit& now, ContactForm form, const ledger::IdempotencyKey& key) {
    const auto contact = opened(record, now);
    if (!contact) return refuse(contact.error());
    const auto item = record::pages::asked_item(record, now);
    if (!item) return refuse(item.error());
    record::pages::ItemForm sent{.type = item->type, .action = address_of(form), .back = web::to("/contacts") / form.contact, .form_token = now.form_token, .each = {}, .typed = form.typed};
    sent.starts_from = form.starts_from;
    sent.key = key.text();
    sent.keeping = record::pages::keeps_itself(record, now, drafted(form), form.typed);
    auto texts = two_texts_of_contact(record, now, *item, form, sent);
    if (!texts) return refuse(texts.error());
    if (!*texts) {
        form.was_changed_meanwhile = true;
        form.starts_from = item->versions.front().version;
        form.key = ledger::IdempotencyKey::random().text();
        return form_again(record, now, form);
    }
    if (!(*texts)->settled) return std::move((*texts)->page);
    form.starts_from = (*texts)->now_there;
    auto saved = save_contact(record, now, form, record::type_of<Contact>().item_from<Contact>(contact->content.values), *(*texts)->settled, key);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move((*texts)->page);
    return saved;
}

Result<Shown> save_form(Record& record, const Visit& visit, ContactForm form, const record::Content* recorded) {
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    if (form.is_new) form.contact = ledger::ItemId(key->bytes());
    // The button was pressed twice: what it saved is there.
    if (form.is_new && visit.book.book().find(form.contact)) return web::to("/contacts") / form.contact;

    record::Content content = recorded ? *recorded : record::Content();
    content.values = read_contact(form, visit, recorded ? &recorded->values : nullptr);
    if (!form.errors.empty()) return form_again(record, visit, form);
    if (!form.typed.has("merged_with")) {
        const auto before = recorded ? record::type_of<Contact>().item_from<Contact>(recorded->values) : Contact();
        auto saved = save_contact(record, visit, form, before, content, *key);
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, record::pages::as_it_is_now(record, visit), std::move(form), *key);
}

Result<Shown> save_new(Record& record, const Visit& visit) {
    ContactForm form = form_with(visit, visit.request.form());
    if (form.found) return form_again(record, visit, form);
    return save_form(record, visit, std::move(form), nullptr);
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto contact = opened(record, visit);
    if (!contact) return refuse(contact.error());
    ContactForm form = form_with(visit, visit.request.form());
    form.is_new = false;
    form.contact = contact->id;
    form.is_unverified = record::type_of<Contact>().item_from<Contact>(contact->content.values).is_unverified.value_or(false);
    if (form.found) return form_again(record, visit, form);
    return save_form(record, visit, std::move(form), &contact->content);
}

/// The decision alone, on a contact that is there.
Result<Shown> save_decision(Record& record, const Visit& visit) {
    const auto contact = opened(record, visit);
    if (!contact) return refuse(contact.error());
    const auto before = record::type_of<Contact>().item_from<Contact>(contact->content.values);
    ContactForm form = open_recorded(visit, contact->content, contact->about, contact->id, contact->found.head().version);
    const web::Fields& typed = visit.request.form();
    web::Fields whole;
    for (const auto& [name, value] : form.typed)
        if (!is_of_the_decision(name)) whole.add(name, value);
    for (const auto& [name, value] : typed) whole.add(name, value);
    form.typed = std::move(whole);
    form.key = typed.get("save_key");
    const auto version = typed.get("starts_from");
    form.starts_from = 0;
    std::from_chars(version.data(), version.data() + version.size(), form.starts_from);
    if (before.is_decided() || form.starts_from != contact->found.head().version)
        return contact_page(record, visit, *contact, typed, {}, before.is_decided() ? "Somebody decided on this contact while you were writing. Theirs stands below."
                                                                            : "Somebody changed this contact while you were writing. Read it again, then save: what you typed is still here.");
    record::Content content = contact->content;
    content.values = read_contact(form, visit, &contact->content.values);
    if (form.errors.empty() && !record::is_recorded(content.values[record::type_of<Contact>().position("decision").value()]))
        form.errors.add("decision", "Choose what you decided");
    if (!form.errors.empty()) return contact_page(record, visit, *contact, typed, form.errors, "");
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    const auto about = ids_of(form.children);
    const auto saved = record.ledger().save_and_wait(changes_of(record, visit, form, before, content, *key, contact->about),
                                                     {{visit.now, visit.book.viewer().worker, "decided on contact", about, contact->id}});
    if (saved) {
        record::pages::form_was_saved(record, visit, address_of_decision(*contact));
        return web::to("/contacts") / contact->id;
    }
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    return contact_page(record, visit, *contact, typed, {}, "Somebody decided on this contact at the same moment. Open it again and read what they decided.");
}

}  // namespace

void add_contact_pages(Record& record, record::pages::PageParts& parts) {
    using enum web::Method;
    using web::Runs;
    const auto with = [&record](auto function) { return [&record, function](const Visit& visit) { return function(record, visit); }; };
    parts.add({
        {get, "/front-door/decided", Permission::record_work, show_decided, Runs::on_a_worker},
        {get, "/front-door/contact", Permission::record_work, with(show_new), Runs::on_a_worker},
        {post, "/front-door/contact", Permission::record_work, with(save_new), Runs::on_a_worker},
        {get, "/contacts/{id}", Permission::see_children, with(show_contact), Runs::on_a_worker},
        {get, "/contacts/{id}/change", Permission::record_work, with(show_change), Runs::on_a_worker},
        {post, "/contacts/{id}/change", Permission::record_work, with(save_change), Runs::on_a_worker},
        {post, "/contacts/{id}/decision", Permission::decide_contacts, with(save_decision), Runs::on_a_worker},
    });
    add_waiting_pages(record, parts);
    add_check_pages(record, parts);
    add_contact_panels(parts);
    parts.places.push_back({.words = "Front door", .link = web::to("/front-door"), .order = 20, .needs = Permission::record_work, .waiting = count_waiting, .key = "g f"});
}

}  // namespace steadfast::practice
