#include "record/pages/item_forms.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/item/withdrawal.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_pages.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/named_worker.hpp"
#include "record/pages/two_texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

std::vector<std::string> names_of(const std::vector<AboutWhom>& about) {
    std::vector<std::string> names;
    for (const AboutWhom& one : about)
        if (!one.name.empty()) names.push_back(one.name);
    return names;
}

/// Whom a form asks about one by one: each child of several, and a single one where something was or is to be said about them alone.
std::vector<AboutWhom> asked_about_each(const ItemType& type, const std::vector<AboutWhom>& about, const Content* recorded) {
    const bool says_something = (recorded && !recorded->about.empty()) || asks_about_one_alone(type);
    return type.has_fields_about_each() && (about.size() > 1 || says_something) ? about : std::vector<AboutWhom>();
}

/// What the form says about each child alone, after what it says of all of them.
void read_about_each(ItemForm& form, const std::vector<AboutWhom>& each, Content& content) {
    if (each.empty()) return;
    content.about.resize(each.size());
    for (std::size_t i = 0; i < each.size(); ++i) {
        Content& about = content.about[i];
        about.values.resize(form.type->fields().size());
        FormRead read = read_form_about(*form.type, form.typed, each[i].id, each[i].name, &about.values);
        about.values = std::move(read.values);
        for (const auto& error : read.errors) form.errors.add(error.field, error.says);
    }
}

/// Reads what was typed over what stands on the record. What a later release recorded beside the fields known here stays; a return that lost
/// the row has been overruled.
Content read_typed(ItemForm& form, const std::vector<AboutWhom>& each, const Content* recorded) {
    FormRead read = read_form(*form.type, form.typed, recorded ? &recorded->values : nullptr);
    for (const auto& error : read.errors) form.errors.add(error.field, error.says);
    Content content = recorded ? *recorded : Content();
    content.values = std::move(read.values);
    content.is_gone = false;
    content.because = web::trimmed(form.typed.get("because"));
    read_about_each(form, each, content);
    if (each.size() > 1) content.is_fit_for_each = form.typed.has("fit_for_each");
    return content;
}

/// The form as something that keeps itself. An item that is yet to be made is nothing that a colleague could be writing on.
DraftedForm drafted(const ItemForm& form, const ItemPage& about) {
    DraftedForm drafted{.address = form.action,
                        .name = std::string(form.type->name()),
                        .about = {},
                        .item = about.versions.empty() ? ledger::ItemId() : about.id};
    for (const SeenChild& child : about.children) drafted.about.push_back(child.id);
    return drafted;
}

/// Puts the visitor's own draft into a form that is being opened.
void take_up_draft(Record& record, const Visit& visit, ItemForm& form) {
    const auto draft = draft_of(record, visit, form.action);
    if (!draft) return;
    form.typed = draft->fields;
    form.starts_from = number_in(form.typed.get("starts_from"));
    if (const auto key = ledger::IdempotencyKey::parse(form.typed.get("save_key"))) form.key = key->text();
    form.notices << draft_notice(draft->head);
}

/// What a form's POST carries, whatever it is a form of.
void take_what_was_sent(const Visit& visit, ItemForm& form) {
    form.typed = visit.request.form();
    form.starts_from = number_in(form.typed.get("starts_from"));
    form.key = form.typed.get("save_key");
}

Page form_again(Record& record, const Visit& visit, ItemForm& form, const ItemPage& about) {
    form.keeping = keeps_itself(record, visit, drafted(form, about), form.typed);
    Page page = page_about(visit, about, form_view(form), "form with something to put right");
    page.status = 422;
    return page;
}

Result<Shown> saved_at(Record& record, const Visit& visit, const ItemForm& form, ledger::ItemId item, std::uint32_t version) {
    form_was_saved(record, visit, form.action);
    return (web::to("/items") / item).with("saved", version);
}

Result<std::vector<ledger::Receipt>> save(Record& record, const Visit& visit, const ItemForm& form, const ItemPage& about,
                                          std::uint32_t starts_from, const Content& content) {
    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return not_opened_here();
    const auto subjects = subjects_of(about);
    ledger::Change change = change_of(*form.type, about.id, starts_from, subjects, content, visit.book.viewer().worker);
    change.key = *key;
    return record.ledger().save_and_wait({std::move(change)}, {saved_line(visit, said_to_the_log(*about.type, "saved"), subjects, about.id)});
}

// --- something new ---

/// A form that is opened on a child's page, with whom it may also be about.
struct NewItem {
    SeenChild child;
    ItemForm form;
};

Result<NewItem> new_item(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const ItemType* type = nullptr;
    for (const auto& kinds : {what_may_be_added(record.catalogue()), what_may_be_told(record.catalogue())})
        for (const ItemType* one : kinds)
            if (one->key() == visit.request.at("kind")) type = one;
    if (!type) return refuse(Refusal::Kind::not_found, "There is no such kind of record.", "Choose one on the child's page.");
    const web::Link address = web::to("/children") / child->id / "add" / type->key();
    ItemForm form{.type = type,
                  .action = address,
                  .back = web::to("/children") / child->id,
                  .form_token = visit.form_token,
                  .first_name = child->name,
                  .can_be_about_several = can_be_about_several(*type)};
    return NewItem{std::move(*child), std::move(form)};
}

/// Offers whom else it may be about, and has a place for each of them: without scripts it can't be told yet who will be ticked.
void offer_others(const Visit& visit, const SeenChild& child, ItemForm& form) {
    std::vector<AboutWhom> everybody{{child.id, child.name}};
    std::vector<AboutWhom> ticked = everybody;
    if (form.can_be_about_several) {
        if (form.also.empty()) form.also = also_about(visit.book, child, law::london_date(visit.now), form.typed);
        for (const AlsoAbout& one : form.also) {
            everybody.push_back(one.whom);
            if (one.is_ticked) ticked.push_back(one.whom);
        }
    }
    form.each = asked_about_each(*form.type, everybody, nullptr);
    form.goes_into = goes_into(names_of(ticked));
    const bool may_grow = everybody.size() > ticked.size();
    if (may_grow && !form.goes_into.empty()) form.goes_into += " Ticking another child puts it into that child's file too.";
}

Result<Shown> open_add(Record& record, const Visit& visit) {
    auto opened = new_item(record, visit);
    if (!opened) return refuse(opened.error());
    auto& [child, form] = *opened;
    form.key = ledger::IdempotencyKey::random().text();
    take_up_draft(record, visit, form);
    offer_others(visit, child, form);
    const ItemPage about{.id = {}, .type = form.type, .children = {child}, .about = {{child.id, child.name}}};
    form.workers = workers_to_name(record, visit, *form.type, about.about);
    form.keeping = keeps_itself(record, visit, drafted(form, about), {});
    return page_about(visit, about, form_view(form), said_to_the_log(*about.type, "form to record one"));
}

Result<Shown> save_add(Record& record, const Visit& visit) {
    auto opened = new_item(record, visit);
    if (!opened) return refuse(opened.error());
    auto& [child, form] = *opened;
    take_what_was_sent(visit, form);
    // The form carries the id of what it will save, so that sending it twice is one item and one entry.
    const auto key = ledger::IdempotencyKey::parse(form.key);
    ItemPage about{.id = key ? ledger::ItemId(key->bytes()) : ledger::ItemId::random(),
                   .type = form.type,
                   .children = {child},
                   .about = {{child.id, child.name}}};
    if (form.can_be_about_several) {
        form.also = also_about(visit.book, child, law::london_date(visit.now), form.typed);
        const bool finds = form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty();
        if (finds) {
            form.workers = workers_to_name(record, visit, *form.type, about.about);
            find_child(visit.book, child, form);
            offer_others(visit, child, form);
            return form_again(record, visit, form, about);
        }
        for (const AlsoAbout& one : form.also) {
            if (!one.is_ticked) continue;
            about.about.push_back(one.whom);
            if (auto other = visit.book.child(one.whom.id)) about.children.push_back(std::move(*other));
        }
        check_nothing_is_said_about_others(form);
    }
    Content content = read_typed(form, asked_about_each(*form.type, about.about, nullptr), nullptr);
    form.workers = workers_to_name(record, visit, *form.type, about.about);
    name_worker(form, content, nullptr, visit.book.viewer().worker);
    if (!form.errors.empty()) {
        about.children.resize(1);
        offer_others(visit, child, form);
        return form_again(record, visit, form, about);
    }
    const auto saved = save(record, visit, form, about, 0, content);
    if (!saved) return refuse(saved.error());
    return saved_at(record, visit, form, about.id, saved->front().version);
}

// --- something changed ---

Result<ItemPage> item_to_change(Record& record, const Visit& visit) {
    auto item = item_to_write(record, visit);
    if (!item) return item;
    if (item->type->written() == Written::on_its_own_pages)
        return refuse(Refusal::Kind::not_allowed, "This is changed on a page of its own.",
                      "Open it from the child's page or from the list where it stands.");
    if (const auto may_be = check_may_be_changed(*item); !may_be) return refuse(may_be.error());
    return item;
}

ItemForm form_to_change(const Visit& visit, const ItemPage& item) {
    return {.type = item.type,
            .action = web::to("/items") / item.id / "change",
            .back = web::to("/items") / item.id,
            .form_token = visit.form_token};
}

Result<Shown> open_change(Record& record, const Visit& visit) {
    const auto item = item_to_change(record, visit);
    if (!item) return refuse(item.error());
    const auto recorded = content_of_version(record, *item, item->versions.front().version);
    if (!recorded) return refuse(recorded.error());
    ItemForm form = form_to_change(visit, *item);
    form.key = ledger::IdempotencyKey::random().text();
    form.starts_from = item->versions.front().version;
    form.each = asked_about_each(*item->type, item->about, &*recorded);
    form.typed = typed_from(*item->type, *recorded, form.each);
    form.goes_into = goes_into(names_of(item->about));
    form.workers = workers_to_name(record, visit, *item->type, item->about);
    form.notices << others_who_write(record, visit, item->id);
    take_up_draft(record, visit, form);
    form.keeping = keeps_itself(record, visit, drafted(form, *item), {});
    return page_about(visit, *item, form_view(form), said_to_the_log(*item->type, "form to change it"));
}

/// Somebody else saved since this text was begun.
Result<Shown> put_together(Record& record, const Visit& now, ItemForm form) {
    const auto item = item_to_change(record, now);
    if (!item) return refuse(item.error());
    form.keeping = keeps_itself(record, now, drafted(form, *item), form.typed);
    auto texts =
        two_texts(record, now, *item, form, [&item, &now](ItemForm& sent, const Content& begun_from, const Content& theirs) {
            Content mine = read_typed(
                sent, asked_about_each(*item->type, item->about, item->about.size() > 1 ? nullptr : &theirs), &begun_from);
            name_worker(sent, mine, &begun_from, now.book.viewer().worker);
            return mine;
        });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    const auto saved = save(record, now, form, *item, texts->now_there, *texts->settled);
    if (saved) return saved_at(record, now, form, item->id, saved->front().version);
    if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    return std::move(texts->page);
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto item = item_to_change(record, visit);
    if (!item) return refuse(item.error());
    const auto recorded = content_of_version(record, *item, item->versions.front().version);
    if (!recorded) return refuse(recorded.error());
    ItemForm form = form_to_change(visit, *item);
    take_what_was_sent(visit, form);
    form.goes_into = goes_into(names_of(item->about));
    form.each = asked_about_each(*item->type, item->about, &*recorded);
    form.workers = workers_to_name(record, visit, *item->type, item->about);
    Content content = read_typed(form, form.each, &*recorded);
    name_worker(form, content, &*recorded, visit.book.viewer().worker);
    if (!form.errors.empty()) return form_again(record, visit, form, *item);
    if (!form.typed.has("merged_with")) {
        const auto saved = save(record, visit, form, *item, form.starts_from, content);
        if (saved) return saved_at(record, visit, form, item->id, saved->front().version);
        if (saved.error().kind != Refusal::Kind::clash) return refuse(saved.error());
    }
    return put_together(record, as_it_is_now(record, visit), std::move(form));
}

// --- taken back ---

Result<Shown> undo(Record& record, const Visit& visit) {
    const auto item = item_to_write(record, visit);
    if (!item) return refuse(item.error());
    const VersionShown& latest = item->versions.front();
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return not_opened_here();
    if (latest.version != number_in(visit.request.form().get("version")) ||
        !may_be_undone(*item, visit.book.viewer().worker, visit.now))
        return refuse(Refusal::Kind::clash, "This can't be undone any more: it was changed since, or some time has passed.",
                      "Change it, or take it off the record.");
    ledger::Change change;
    const auto subjects = subjects_of(*item);
    if (latest.version == 1) {
        change = withdrawal_of(item->type->key(), item->id, 1, subjects, "Undone by whoever recorded it, straight away.",
                               visit.book.viewer().worker);
    } else {
        auto before = entry_of_version(record, *item, latest.version - 1);
        if (!before) return refuse(before.error());
        change = {.item = item->id,
                  .starts_from = latest.version,
                  .type = before->type,
                  .subjects = before->subjects,
                  .happened = before->happened,
                  .recorded_by = visit.book.viewer().worker,
                  .key = {},
                  .batch = {},
                  .shared = std::move(before->shared.part),
                  .parts = {}};
        for (ledger::KeptPart& part : before->parts) change.parts.push_back(std::move(part.part));
    }
    change.key = *key;
    const auto saved =
        record.ledger().save_and_wait({std::move(change)}, {saved_line(visit, "took back what was saved", subjects, item->id)});
    if (!saved) return refuse(saved.error());
    if (latest.version > 1) return web::to("/items") / item->id;
    return item->children.empty() ? web::to("/") : web::to("/children") / item->children.front().id;
}

}  // namespace

std::vector<PageRoute> item_form_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;  // They read the store, or wait for it.
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {get, "/children/{id}/add/{kind}", record_work, with(open_add), later},
        {post, "/children/{id}/add/{kind}", record_work, with(save_add), later},
        {get, "/items/{id}/change", record_work, with(open_change), later},
        {post, "/items/{id}/change", record_work, with(save_change), later},
        {post, "/items/{id}/undo", record_work, with(undo), later},
    };
}

}  // namespace steadfast::record::pages
