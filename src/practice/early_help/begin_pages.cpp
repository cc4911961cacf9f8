#include "practice/early_help/early_help_form.hpp"
#include "practice/early_help/early_help_pages.hpp"

#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/two_texts.hpp"

#include <algorithm>

namespace steadfast::practice {
namespace {

using namespace record::pages;
using record::Permission;
using record::Record;
using record::SeenChild;
using record::type_of;

std::vector<ledger::SubjectId> ids_of(const std::vector<SeenChild>& children) {
    std::vector<ledger::SubjectId> ids;
    for (const SeenChild& one : children) ids.push_back(one.id);
    return ids;
}

EarlyHelpForm form_of(const Visit& visit, const SeenChild& first, web::Link action, web::Link back, std::string heading) {
    const Date today = law::london_date(visit.now);
    return {.form = form_about_several(visit, type_of<EarlyHelp>(), first, std::move(action), std::move(back),
                                       not_asked_of_early_help()),
            .heading = std::move(heading),
            .colleagues = record::colleagues_who_may(visit.book.book(), today, Permission::record_work),
            .qualified = record::colleagues_who_may(visit.book.book(), today, Permission::decide_contacts)};
}

// --- from a contact, by one press ---

std::optional<ledger::ItemId> begun_from(const Visit& visit, const Carried& carried) {
    for (const SeenChild& child : carried.children)
        for (const EarlyHelpLine& line : early_help_of(visit.book, child))
            if (line.help.contact.item == carried.help.contact.item) return line.id;
    return std::nullopt;
}

Result<Shown> begin_from_contact(Record& record, const Visit& visit) {
    const auto contact = visit.request.at<ledger::ItemId>("id");
    if (!contact) return refuse(contact.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto carried = carried_from_contact(record, visit.book, *contact, law::london_date(visit.now));
    if (!carried) return refuse(carried.error());
    if (const auto there = begun_from(visit, *carried)) return web::to("/early-help") / *there;
    const ledger::ItemId id = key->nth_item(0);
    auto change =
        record::change_of(type_of<EarlyHelp>(), id, 0, ids_of(carried->children), carried->content(), visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "began early help"); !saved)
        return refuse(saved.error());
    return web::to("/early-help") / id;
}

// --- on a child's page ---

EarlyHelpForm new_form(const Visit& visit, const SeenChild& child) {
    const web::Link page = web::to("/children") / child.id / "early-help";
    return form_of(visit, child, page / "begin", page, "Begin early help");
}

Page new_page(Record& record, const Visit& visit, const SeenChild& child, EarlyHelpForm& form) {
    offer_children(visit, child, form.form);
    form.form.keeping =
        keeps_itself(record, visit, {.address = form.form.action, .name = "Early help", .about = {child.id}}, form.form.typed);
    Page page;
    page.title = form.heading;
    page.before_main = child_bar(visit, child);
    page.main = early_help_form_view(form);
    page.what = "form to begin early help";
    page.about = {child.id};
    page.status = form.form.errors.empty() ? 200 : 422;
    return page;
}

/// What a plan says already stands in the form of the help that takes over from it.
Result<void> carry(Record& record, const Visit& visit, web::Fields& typed) {
    const auto plan = ledger::ItemId::parse(visit.request.query().get("plan"));
    const Date today = law::london_date(visit.now);
    if (!plan) {
        type_day(typed, "began", today);
        return {};
    }
    const auto carried = carried_from_plan(record, visit.book, *plan, today);
    if (!carried) return refuse(carried.error());
    std::vector<AboutWhom> each;
    for (const SeenChild& one : carried->children) each.push_back({one.id, one.name});
    typed = typed_from(type_of<EarlyHelp>(), carried->content(), each);
    for (const SeenChild& one : carried->children) typed.add("children", one.id.text());
    typed.add("plan", plan->text());
    return {};
}

Result<Shown> open_new(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    EarlyHelpForm form = new_form(visit, *child);
    form.form.key = FormKey::fresh();
    if (const auto draft = draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.notices << draft_notice(draft->head);
    } else if (auto carried = carry(record, visit, form.form.typed); !carried) {
        return refuse(carried.error());
    }
    return new_page(record, visit, *child, form);
}

/// The plan that it was stepped down from, where the visitor may read it.
void take_plan(Record& record, const Visit& visit, const web::Fields& typed, record::Content& content) {
    const auto plan = ledger::ItemId::parse(typed.get("plan"));
    if (plan && record::plans::open_plan(record, visit.book, *plan))
        record::set_by_key(type_of<EarlyHelp>(), content.values, "stepped_down_from", *plan);
}

Result<Shown> save_new(Record& record, const Visit& visit) {
    const auto child = asked_child(visit);
    if (!child) return refuse(child.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId id = key->nth_item(0);
    if (visit.book.book().find(id)) return web::to("/early-help") / id;   // The button was pressed twice.
    EarlyHelpForm shown = new_form(visit, *child);
    ItemForm& form = shown.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.also = also_about(visit.book, *child, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        find_child(visit.book, *child, form);
        return new_page(record, visit, *child, shown);
    }
    check_nothing_is_said_about_others(form);
    const auto children = chosen_children(visit, *child, form);
    record::Content content = read_about_several(form, children, nullptr);
    read_who(shown, content);
    if (!form.errors.empty()) return new_page(record, visit, *child, shown);
    take_plan(record, visit, form.typed, content);
    auto change = record::change_of(type_of<EarlyHelp>(), id, 0, ids_of(children), content, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, *key, {std::move(change)}, "began early help"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    return web::to("/early-help") / id;
}

// --- changed ---

EarlyHelpForm form_to_change(const Visit& visit, const EarlyHelpSeen& seen) {
    const web::Link page = web::to("/early-help") / seen.id();
    EarlyHelpForm form = form_of(visit, seen.first(), page / "change", page, "Change the early help");
    for (const SeenPart& one : seen.item.children) form.form.each.push_back({one.child.id, one.child.name});
    form.form.goes_into = goes_into(seen.item.names());
    form.form.starts_from = seen.item.version;
    return form;
}

DraftedForm drafted(const ItemForm& form, const EarlyHelpSeen& seen) {
    return {.address = form.action, .name = "Early help", .about = seen.item.about, .item = seen.id()};
}

Page change_page(Record& record, const Visit& visit, const EarlyHelpSeen& seen, EarlyHelpForm& form) {
    form.form.notices << others_who_write(record, visit, seen.id());
    form.form.keeping = keeps_itself(record, visit, drafted(form.form, seen), form.form.typed);
    Page page = page_about(visit, seen, form.heading, early_help_form_view(form), "form to change early help");
    page.status = form.form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_change(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    EarlyHelpForm form = form_to_change(visit, *seen);
    form.form.key = FormKey::fresh();
    form.form.typed = typed_from(type_of<EarlyHelp>(), seen->item.content, form.form.each);
    if (!seen->help.overseen_by.item.is_none()) form.form.typed.add("overseen_by", seen->help.overseen_by.item.text());
    if (const auto draft = draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.starts_from = number_in(draft->fields.get("starts_from"));
        form.form.notices << draft_notice(draft->head);
    }
    return change_page(record, visit, *seen, form);
}

Result<Shown> save_changed(Record& record, const Visit& visit, const EarlyHelpSeen& seen, const ItemForm& form,
                           const FormKey& key, std::uint32_t starts_from, const record::Content& content) {
    auto change =
        record::change_of(type_of<EarlyHelp>(), seen.id(), starts_from, seen.item.about, content, visit.book.viewer().worker);
    if (auto saved = save_together(record, visit, key, {std::move(change)}, "changed early help"); !saved)
        return refuse(saved.error());
    form_was_saved(record, visit, form.action);
    return web::to("/early-help") / seen.id();
}

/// Somebody else saved since this text was begun: what both changed, its writer chooses.
Result<Shown> put_together(Record& record, const Visit& now, EarlyHelpForm shown, const FormKey& key) {
    const auto seen = asked_open_early_help(record, now);
    if (!seen) return refuse(seen.error());
    const auto item = asked_item(record, now);
    if (!item) return refuse(item.error());
    shown.form.keeping = keeps_itself(record, now, drafted(shown.form, *seen), shown.form.typed);
    auto texts =
        two_texts(record, now, *item, shown.form, [&](ItemForm& sent, const record::Content& begun_from, const record::Content&) {
            record::Content mine = read_about_several(sent, seen->item.seen_children(), &begun_from);
            read_who(shown, mine);
            return mine;
        });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    auto saved = save_changed(record, now, *seen, shown.form, key, texts->now_there, *texts->settled);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move(texts->page);
    return saved;
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto seen = asked_open_early_help(record, visit);
    if (!seen) return refuse(seen.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    EarlyHelpForm shown = form_to_change(visit, *seen);
    shown.form.typed = visit.request.form();
    shown.form.key = shown.form.typed.get("save_key");
    shown.form.starts_from = number_in(shown.form.typed.get("starts_from"));
    record::Content content = read_about_several(shown.form, seen->item.seen_children(), &seen->item.content);
    read_who(shown, content);
    if (!shown.form.errors.empty()) return change_page(record, visit, *seen, shown);
    if (!shown.form.typed.has("merged_with")) {
        auto saved = save_changed(record, visit, *seen, shown.form, *key, shown.form.starts_from, content);
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, as_it_is_now(record, visit), std::move(shown), *key);
}

}  // namespace

std::vector<PageRoute> early_help_form_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {post, "/contacts/{id}/early-help", needs, with(begin_from_contact), later},
        {get, "/children/{id}/early-help/begin", needs, with(open_new), later},
        {post, "/children/{id}/early-help/begin", needs, with(save_new), later},
        {get, "/early-help/{id}/change", needs, with(open_change), later},
        {post, "/early-help/{id}/change", needs, with(save_change), later},
    };
}

}  // namespace steadfast::practice
