#include "practice/contact/check_view.hpp"
#include "practice/contact/contact_pages.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::type_of;

constexpr std::string_view no_contact = "There is no such contact, or none that you may see.";
constexpr std::string_view no_check = "There is no such check, or none that you may see.";

std::string names_in(const SeenItem& item) {
    std::string names;
    for (const std::string& one : item.names()) names += (names.empty() ? "" : ", ") + one;
    return names;
}

Page page_of(const Visit& visit, const SeenItem& item, std::string title, web::Html main, std::string what) {
    Page page;
    page.title = std::move(title);
    if (item.children.size() == 1) page.before_main = child_bar(visit, item.children.front().child);
    page.main = std::move(main);
    page.what = std::move(what);
    page.about = item.about;
    page.item = item.id;
    return page;
}

// --- asked ---

Result<SeenItem> asked_contact(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return seen_item(record, visit.book, type_of<Contact>(), *id, no_contact);
}

/// What the contact says of the family's agreement stands in the form already.
std::string_view footing(const Contact& contact) {
    if (contact.consent.is("given")) return "agreed";
    if (contact.consent.is("refused") || contact.consent.is("not_needed")) return "refused";
    return contact.parents_told.is("not_safe") ? "unsafe_to_ask" : "";
}

web::Link address_of(const SeenItem& contact) { return web::to("/contacts") / contact.id / "checks"; }

Page ask_page(Record& record, const Visit& visit, const SeenItem& contact, AskForm form) {
    form.contact = contact.id;
    form.names = names_in(contact);
    form.form_token = visit.form_token;
    form.keeping = keeps_itself(
        record, visit, {.address = address_of(contact), .name = "Questions to agencies", .about = contact.about}, form.typed);
    Page page = page_of(visit, contact, "Ask agencies", ask_view(form), "form to ask agencies");
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_asking(Record& record, const Visit& visit) {
    const auto contact = asked_contact(record, visit);
    if (!contact) return refuse(contact.error());
    OpenedForm opened = opened_form(record, visit, address_of(*contact), false);
    AskForm form{.contact = {},
                 .names = {},
                 .typed = std::move(opened.typed),
                 .errors = {},
                 .form_token = {},
                 .key = std::move(opened.key),
                 .notices = std::move(opened.notice),
                 .keeping = {}};
    if (form.typed.empty())
        if (const auto basis = footing(type_of<Contact>().item_from<Contact>(contact->content.values)); !basis.empty())
            form.typed.add("basis", std::string(basis));
    return ask_page(record, visit, *contact, std::move(form));
}

/// What every agency is asked alike.
AgencyCheck read_asking(const Visit& visit, const SeenItem& contact, AskForm& form) {
    AgencyCheck check;
    check.contact.item = contact.id;
    check.asked_at = law::london_minute(visit.now);
    check.asked_by.item = ledger::ItemId(visit.book.viewer().worker.bytes());
    web::FormReader reader(form.typed);
    check.organisation = reader.text("organisation");
    check.question.text = reader.text("question");
    check.basis.code = reader.text("basis");
    check.basis_why.text = reader.text("basis_why");
    if (check.organisation.size() > record::longest_text) form.errors.add("organisation", "Say it in fewer words");
    if (check.question.text.empty()) form.errors.add("question", "Enter what you ask");
    if (check.question.text.size() > record::longest_narrative) form.errors.add("question", "Say it in fewer words");
    if (!check_basis.find(check.basis.code)) form.errors.add("basis", "Choose on what footing you ask");
    else if (!check.basis.is("agreed") && check.basis_why.text.empty())
        form.errors.add("basis_why", "Enter why you ask without the family's agreement");
    if (check.basis_why.text.size() > record::longest_narrative) form.errors.add("basis_why", "Say it in fewer words");
    return check;
}

Result<Shown> ask(Record& record, const Visit& visit) {
    const auto contact = asked_contact(record, visit);
    if (!contact) return refuse(contact.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Link back = (web::to("/contacts") / contact->id).at("checks");
    if (visit.book.book().find(key->nth_item(0))) return back;   // The button was pressed twice.
    AskForm form{.contact = {},
                 .names = {},
                 .typed = visit.request.form(),
                 .errors = {},
                 .form_token = {},
                 .key = std::string(visit.request.form().get("save_key")),
                 .notices = {},
                 .keeping = {}};
    std::vector<std::string_view> agencies;
    for (const auto ticked : form.typed.all("agency"))
        if (record::professional_kind.find(ticked)) agencies.push_back(ticked);
    if (agencies.empty()) form.errors.add("agency", "Choose whom you ask");
    AgencyCheck check = read_asking(visit, *contact, form);
    if (!form.errors.empty()) return ask_page(record, visit, *contact, std::move(form));
    std::vector<ledger::Change> changes;
    for (const auto agency : agencies) {
        check.agency.code = agency;
        changes.push_back(record::change_of(check, key->nth_item(changes.size()), 0, contact->about, visit.book.viewer().worker));
    }
    if (auto saved = save_together(record, visit, *key, std::move(changes), "asked agencies"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, address_of(*contact));
    return back;
}

// --- answered ---

struct Check {
    SeenItem item;
    AgencyCheck whole;
    CheckLine line;
};

Result<Check> asked_check(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    auto item = seen_item(record, visit.book, type_of<AgencyCheck>(), *id, no_check);
    if (!item) return refuse(item.error());
    AgencyCheck whole = type_of<AgencyCheck>().item_from<AgencyCheck>(item->content.values);
    CheckLine line{.id = *id, .check = whole, .by = whole.is_answered() ? std::nullopt : answer_by(visit.book.book(), whole)};
    return Check{std::move(*item), std::move(whole), std::move(line)};
}

Result<Shown> show_check(Record& record, const Visit& visit) {
    const auto check = asked_check(record, visit);
    if (!check) return refuse(check.error());
    std::vector<SaidOfChild> said;
    for (const SeenPart& one : check->item.children)
        said.push_back({one.child.name, type_of<AgencyCheck>().item_from<AgencyCheck>(one.values).known.text});
    const ledger::ItemId by = check->whole.asked_by.item;
    return page_of(visit, check->item, "Agency check",
                   check_view(check->line, check->whole, said,
                              by.is_none() ? "" : worker_name(visit.book.book(), ledger::WorkerId(by.bytes())),
                              may(visit.book.viewer(), Permission::record_work), visit.now),
                   "agency check");
}

ItemForm answer_form(const Visit& visit, const Check& check) {
    const web::Link page = web::to("/checks") / check.item.id;
    ItemForm form{.type = &type_of<AgencyCheck>(), .action = page / "answer", .back = page, .form_token = visit.form_token};
    form.not_asked = {"contact", "agency", "organisation", "asked_at", "asked_by", "question", "basis", "basis_why"};
    for (const SeenPart& one : check.item.children) form.each.push_back({one.child.id, one.child.name});
    form.goes_into = goes_into(check.item.names());
    form.starts_from = check.item.version;
    return form;
}

Page answer_page(Record& record, const Visit& visit, const Check& check, ItemForm& form) {
    form.notices << others_who_write(record, visit, check.item.id);
    form.keeping = keeps_itself(
        record, visit, {.address = form.action, .name = "Answer of an agency", .about = check.item.about, .item = check.item.id},
        form.typed);
    Page page = page_of(visit, check.item, "What they answered", answer_view(form, check.whole, check.line, visit.now),
                        "form of an agency's answer");
    page.status = form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_answer(Record& record, const Visit& visit) {
    const auto check = asked_check(record, visit);
    if (!check) return refuse(check.error());
    ItemForm form = answer_form(visit, *check);
    form.key = FormKey::fresh();
    if (const auto draft = draft_of(record, visit, form.action)) {
        form.typed = draft->fields;
        form.key = draft->fields.get("save_key");
        form.notices << draft_notice(draft->head);
    } else {
        record::Content shown = check->item.content;
        if (!check->whole.is_answered())
            record::set_by_key(type_of<AgencyCheck>(), shown.values, "answered_at", law::london_minute(visit.now));
        form.typed = typed_from(type_of<AgencyCheck>(), shown, form.each);
    }
    return answer_page(record, visit, *check, form);
}

void check_answer_given(ItemForm& form, const record::Content& content, Instant now) {
    const auto check = type_of<AgencyCheck>().item_from<AgencyCheck>(content.values);
    if (!check.answer.is_recorded()) form.errors.add("answer", "Choose what they answered");
    const auto day = check.answered_at.first_day();
    if (!day) form.errors.add("answered_at-day", "Enter when they answered");
    else if (*day > law::london_date(now)) form.errors.add("answered_at-day", "Answered must be today or in the past");
    if (check.answer.is("declined") && check.declined_why.text.empty())
        form.errors.add("declined_why", "Enter why they declined, or that they did not say");
}

Result<Shown> save_answer(Record& record, const Visit& visit) {
    const auto check = asked_check(record, visit);
    if (!check) return refuse(check.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    ItemForm form = answer_form(visit, *check);
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    record::Content content = read_about_several(form, check->item.seen_children(), &check->item.content);
    content.is_fit_for_each = check->item.content.is_fit_for_each;
    if (form.errors.empty()) check_answer_given(form, content, visit.now);
    if (number_in(form.typed.get("starts_from")) != check->item.version)
        form.errors.add(
            "answer",
            "Somebody recorded an answer while you were writing. Open the check beside this, and save again: what you typed is still here");
    if (!form.errors.empty()) {
        form.key = FormKey::fresh();
        return answer_page(record, visit, *check, form);
    }
    auto change = record::change_of(type_of<AgencyCheck>(), check->item.id, check->item.version, check->item.about, content,
                                    visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "recorded an agency's answer"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    if (check->whole.contact.item.is_none() || !visit.book.item(check->whole.contact.item)) return form.back;
    return (web::to("/contacts") / check->whole.contact.item).at("checks");
}

}  // namespace

void add_check_pages(Record& record, PageParts& parts) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    parts.add({
        {get, "/contacts/{id}/checks", needs, with(open_asking), later},
        {post, "/contacts/{id}/checks", needs, with(ask), later},
        {get, "/checks/{id}", Permission::see_children, with(show_check), later},
        {get, "/checks/{id}/answer", needs, with(open_answer), later},
        {post, "/checks/{id}/answer", needs, with(save_answer), later},
    });
    parts.own_pages.push_back({&type_of<AgencyCheck>(), [](ledger::ItemId item) { return web::to("/checks") / item; }});
}

}  // namespace steadfast::practice
