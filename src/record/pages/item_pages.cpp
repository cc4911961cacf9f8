#include "record/pages/item_pages.hpp"

#include "law/london.hpp"
#include "record/item/form.hpp"
#include "record/item/withdrawal.hpp"
#include "record/pages/child_pages.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_view.hpp"
#include "record/pages/words.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace steadfast::record::pages {
namespace {

std::uint32_t number(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

const VersionShown* version(const ItemPage& page, std::uint32_t which) {
    for (const VersionShown& shown : page.versions)
        if (shown.version == which) return &shown;
    return nullptr;
}

tl::unexpected<Refusal> no_such_version() {
    return refuse(Refusal::Kind::not_found, "There is no such version.", "Choose one from the list of versions.");
}

/// A page about an item: the bar of each child it is about, and the line in their access logs.
Page page_about(const Visit& visit, const ItemPage& item, web::Html main, std::string what) {
    Page page;
    page.title = item.type->name();
    for (const SeenChild& child : item.children) {
        page.before_main << child_bar(visit, child);
        page.about.push_back(child.id);
    }
    page.main = std::move(main);
    page.what = std::move(what);
    page.item = item.id;
    return page;
}

Result<ItemPage> asked_item(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return item_page(record, visit.book, *id);
}

Result<Shown> show_item(Record& record, const Visit& visit) {
    const auto item = asked_item(record, visit);
    if (!item) return refuse(item.error());
    const auto typed = visit.request.query().get("version");
    const VersionShown* shown = typed.empty() ? &item->versions.front() : version(*item, number(typed));
    if (!shown) return no_such_version();
    const Date today = law::london_date(visit.now);
    return page_about(visit, *item, item_view(*item, *shown, may(visit.book.viewer(), Permission::record_work), today), "item");
}

Result<Shown> show_compare(Record& record, const Visit& visit) {
    const auto item = asked_item(record, visit);
    if (!item) return refuse(item.error());
    const VersionShown* before = version(*item, number(visit.request.query().get("before")));
    const VersionShown* after = version(*item, number(visit.request.query().get("after")));
    if (!before || !after) return no_such_version();
    return page_about(visit, *item, compare_view(*item, *before, *after), "versions side by side");
}

std::string goes_into(const std::vector<SeenChild>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i > 0) names += i + 1 == children.size() ? " and " : ", ";
        names += children[i].name;
    }
    return names.empty() ? "" : fmt::format("This will be in the file{} of {}.", children.size() == 1 ? "" : "s", names);
}

/// What stands on the record now, as lines of words: for somebody whose save met a newer version.
std::string in_lines(const ItemType& type, const Content& content, const std::vector<AboutWhom>& about) {
    std::string lines;
    const auto add = [&](const std::string& of, const Values& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string words = in_words(type.fields()[i], values[i]);
            if (!words.empty()) lines += fmt::format("{}{}: {}\n", of, type.fields()[i].label, words);
        }
    };
    add("", content.values);
    for (std::size_t i = 0; i < std::min(content.about.size(), about.size()); ++i) add("Only about " + about[i].name + ": ", content.about[i].values);
    return lines;
}

/// Whom a form asks about one by one: each child of several, and a single one where something was said about them alone.
std::vector<AboutWhom> asked_about_each(const ItemType& type, const std::vector<AboutWhom>& about, const Content* recorded) {
    const bool says_something = recorded && !recorded->about.empty();
    return type.has_fields_about_each() && (about.size() > 1 || says_something) ? about : std::vector<AboutWhom>();
}

/// What the form says about each child alone, after what it says of all of them.
void read_about_each(ItemForm& form, Content& content) {
    if (form.each.empty()) return;
    content.about.resize(form.each.size());
    for (std::size_t i = 0; i < form.each.size(); ++i) {
        Content& about = content.about[i];
        about.values.resize(form.type->fields().size());
        FormRead read = read_form_about(*form.type, form.typed, form.each[i].id, form.each[i].name, &about.values);
        about.values = std::move(read.values);
        for (const auto& error : read.errors) form.errors.add(error.field, error.says);
    }
}

/// Who first records an item stands in it where its kind says so.
void put_recorder(const ItemType& type, Content& content, ledger::WorkerId worker) {
    for (std::size_t i = 0; i < type.fields().size(); ++i)
        if (type.fields()[i].is_recorder) content.values[i] = ledger::ItemId(worker.bytes());
}

Result<Content> content_now(Record& record, const SeenBook& book, const ItemPage& item) {
    const auto entry = record.latest_entry(book.book(), *book.item(item.id));
    if (!entry) return refuse(entry.error());
    return read_entry(*item.type, *entry);
}

ledger::AccessLine saved_line(const Visit& visit, std::string what, const std::vector<ledger::SubjectId>& about, ledger::ItemId item) {
    return {visit.now, visit.book.viewer().worker, std::move(what), about, item};
}

/// Saves a form's item; a clash or a mistake becomes the form again, with everything that was typed.
Result<Shown> save_form(Record& record, const Visit& visit, ItemForm form, ItemPage about, const Content* recorded) {
    form.typed = visit.request.form();
    form.starts_from = number(form.typed.get("starts_from"));
    form.key = form.typed.get("save_key");
    form.goes_into = goes_into(about.children);
    form.each = asked_about_each(*form.type, about.about, recorded);
    FormRead read = read_form(*form.type, form.typed, recorded ? &recorded->values : nullptr);
    form.errors = std::move(read.errors);

    // What a later release recorded beside the fields known here stays; a return that lost the row has been overruled.
    Content content = recorded ? *recorded : Content();
    content.values = std::move(read.values);
    content.is_gone = false;
    if (!recorded) put_recorder(*form.type, content, visit.book.viewer().worker);
    read_about_each(form, content);

    const ledger::ItemId item = about.id;
    std::vector<ledger::SubjectId> subjects;
    for (const AboutWhom& child : about.about) subjects.push_back(child.id);
    const auto form_again = [&](int status) {
        Page page = page_about(visit, about, form_view(form), "form with something to put right");
        page.status = status;
        return page;
    };
    if (!form.errors.empty()) return form_again(422);

    const auto key = ledger::IdempotencyKey::parse(form.key);
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    ledger::Change change = change_of(*form.type, item, form.starts_from, subjects, content, visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change}, {saved_line(visit, "saved item", subjects, item)});
    if (saved) return web::to("/items") / item;
    if (saved.error().kind != Refusal::Kind::clash || !recorded) return refuse(saved.error());

    // The next save starts from what the person has now been shown.
    const auto now = record.book();
    if (const auto found = now->find(item)) form.starts_from = found->head().version;
    form.clash = in_lines(*form.type, *recorded, about.about);
    form.key = ledger::IdempotencyKey::random().text();
    return form_again(409);
}

Result<Shown> show_add(Record& record, const Visit& visit, bool save) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    const ItemType* type = nullptr;
    for (const auto& kinds : {what_may_be_added(record.catalogue()), what_may_be_told(record.catalogue())})
        for (const ItemType* one : kinds)
            if (one->key() == visit.request.at("kind")) type = one;
    if (!type) return refuse(Refusal::Kind::not_found, "There is no such kind of record.", "Choose one on the child's page.");

    ItemForm form{.type = type, .action = web::to("/children") / child->id / "add" / type->key(), .back = web::to("/children") / child->id,
                  .form_token = visit.form_token};
    // The form carries the id of what it will save, so that sending it twice is one item and one entry.
    if (save) {
        const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
        ItemPage about{.id = key ? ledger::ItemId(key->bytes()) : ledger::ItemId::random(), .type = type, .children = {*child},
                       .about = {{child->id, child->name}}};
        return save_form(record, visit, std::move(form), std::move(about), nullptr);
    }
    form.key = ledger::IdempotencyKey::random().text();
    form.goes_into = goes_into({*child});
    Page page;
    page.title = type->name();
    page.before_main = child_bar(visit, *child);
    page.main = form_view(form);
    page.what = "form to record something";
    page.about = {child->id};
    return page;
}

/// A worker's role, or what an import brought, is not for whoever writes about children to change.
Result<ItemPage> item_to_write(Record& record, const Visit& visit) {
    auto item = asked_item(record, visit);
    if (item && item->type->written() == Written::by_its_room)
        return refuse(Refusal::Kind::not_allowed, "This is not changed on a form.", "Go back to it and read who keeps it.");
    return item;
}

Result<Shown> show_change(Record& record, const Visit& visit, bool save) {
    auto item = item_to_write(record, visit);
    if (!item) return refuse(item.error());
    if (item->type->written() == Written::on_its_own_pages)
        return refuse(Refusal::Kind::not_allowed, "This is changed on a page of its own.", "Open it from the child's page or from the list where it stands.");
    if (const auto may_be = check_may_be_changed(*item); !may_be) return refuse(may_be.error());
    const auto content = content_now(record, visit.book, *item);
    if (!content) return refuse(content.error());
    ItemForm form{.type = item->type, .action = web::to("/items") / item->id / "change", .back = web::to("/items") / item->id,
                  .form_token = visit.form_token};
    if (save) return save_form(record, visit, std::move(form), std::move(*item), &*content);
    form.key = ledger::IdempotencyKey::random().text();
    form.starts_from = item->versions.front().version;
    form.each = asked_about_each(*item->type, item->about, &*content);
    form.typed = typed_from(*item->type, *content, form.each);
    form.goes_into = goes_into(item->children);
    return page_about(visit, *item, form_view(form), "form to change an item");
}

Result<Shown> show_withdraw(Record& record, const Visit& visit, bool save) {
    const auto item = item_to_write(record, visit);
    if (!item) return refuse(item.error());
    if (item->versions.front().withholds_shared)
        return refuse(Refusal::Kind::not_allowed, "This is also about somebody whose record you may not see.", "Ask somebody who may.");
    const auto because = web::trimmed(visit.request.form().get("because"));
    if (!save || because.empty()) {
        Page page = page_about(visit, *item, withdraw_view(*item, visit.form_token, ledger::IdempotencyKey::random().text(),
                                                           save ? "Enter what was wrong" : ""), "form to withdraw an item");
        page.status = save ? 422 : 200;
        return page;
    }
    const auto key = ledger::IdempotencyKey::parse(visit.request.form().get("save_key"));
    if (!key) return refuse(Refusal::Kind::invalid, "This form is not one that was opened here.", "Go back, reload the page and try again.");
    std::vector<ledger::SubjectId> subjects;
    for (const AboutWhom& child : item->about) subjects.push_back(child.id);
    ledger::Change change = withdrawal_of(item->type->key(), item->id, number(visit.request.form().get("starts_from")), subjects, because,
                                          visit.book.viewer().worker);
    change.key = *key;
    const auto saved = record.ledger().save_and_wait({change}, {saved_line(visit, "withdrew item", subjects, item->id)});
    if (!saved) return refuse(saved.error());
    return item->children.empty() ? web::to("/") : web::to("/children") / item->children.front().id;
}

}  // namespace

std::vector<PageRoute> item_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;   // They read the store, or wait for it.
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    const auto saving = [&record](auto show, bool save) { return [&record, show, save](const Visit& visit) { return show(record, visit, save); }; };
    return {
        {get, "/items/{id}", see_children, with(show_item), later},
        {get, "/items/{id}/compare", see_children, with(show_compare), later},
        {get, "/items/{id}/change", record_work, saving(show_change, false), later},
        {post, "/items/{id}/change", record_work, saving(show_change, true), later},
        {get, "/items/{id}/withdraw", record_work, saving(show_withdraw, false), later},
        {post, "/items/{id}/withdraw", record_work, saving(show_withdraw, true), later},
        {get, "/children/{id}/add/{kind}", record_work, saving(show_add, false), later},
        {post, "/children/{id}/add/{kind}", record_work, saving(show_add, true), later},
    };
}

}  // namespace steadfast::record::pages
