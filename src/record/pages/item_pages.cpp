#include "record/pages/item_pages.hpp"

#include "law/london.hpp"
#include "record/item/withdrawal.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/goes_with.hpp"
#include "record/pages/item_view.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/saving.hpp"
#include "web/form.hpp"

namespace steadfast::record::pages {
namespace {

tl::unexpected<Refusal> no_such_version() {
    return refuse(Refusal::Kind::not_found, "There is no such version.", "Choose one from the list of versions.");
}

/// Straight after a save: that it was saved, and a way to take it back for as long as that is simple.
web::Html saved_just_now(const Visit& visit, const ItemPage& item) {
    const VersionShown& latest = item.versions.front();
    const bool was_just_saved = number_in(visit.request.query().get("saved")) == latest.version;
    if (!was_just_saved || !may_be_undone(item, visit.book.viewer().worker, visit.now)) return {};
    return saved_view(item, visit.form_token, ledger::IdempotencyKey::random().text());
}

Result<Shown> show_item(Record& record, const Visit& visit) {
    const auto item = asked_item(record, visit);
    if (!item) return refuse(item.error());
    const auto typed = visit.request.query().get("version");
    if (typed.empty() && !item->is_withdrawn && !item->versions.front().withholds_shared)
        for (const OwnPage& own : visit.parts.own_pages)
            if (own.type == item->type) return own.to(item->id);
    const VersionShown* shown = typed.empty() ? &item->versions.front() : version_in(*item, number_in(typed));
    if (!shown) return no_such_version();
    const Date today = law::london_date(visit.now);
    web::Html main = saved_just_now(visit, *item);
    main << item_view(*item, *shown, may(visit.book.viewer(), Permission::record_work), today);
    return page_about(visit, *item, std::move(main), said_to_the_log(*item->type, "read"));
}

Result<Shown> show_compare(Record& record, const Visit& visit) {
    const auto item = asked_item(record, visit);
    if (!item) return refuse(item.error());
    const VersionShown* before = version_in(*item, number_in(visit.request.query().get("before")));
    const VersionShown* after = version_in(*item, number_in(visit.request.query().get("after")));
    if (!before || !after) return no_such_version();
    return page_about(visit, *item, compare_view(*item, *before, *after), said_to_the_log(*item->type, "versions side by side"));
}

bool is_anything_else_recorded_about(const Book& book, ledger::SubjectId person) {
    bool is_there = false;
    book.each_about(
        person, [&](const Found& found) { is_there |= &found.type() != &type_of<Person>() && !found.head().has(RowHead::gone); });
    return is_there;
}

/// A person takes everything about them off the pages with them, so only one is taken off who was put on record and nothing more.
Result<void> check_may_be_withdrawn(const Visit& visit, const ItemPage& item) {
    if (item.versions.front().withholds_shared)
        return refuse(Refusal::Kind::not_allowed, "This is also about somebody whose record you may not see.",
                      "Ask somebody who may.");
    if (item.type == &type_of<Person>() && is_anything_else_recorded_about(visit.book.book(), subject_of(item.id)))
        return refuse(Refusal::Kind::not_allowed, "This person has a record, which would be lost with them.",
                      "If two records are of one person, merge them. Otherwise put right what is wrong on its own page.");
    return {};
}

Result<Shown> show_withdraw(Record& record, const Visit& visit, bool save) {
    const auto item = item_to_write(record, visit);
    if (!item) return refuse(item.error());
    if (const auto may_be = check_may_be_withdrawn(visit, *item); !may_be) return refuse(may_be.error());
    const auto because = web::trimmed(visit.request.form().get("because"));
    const web::Link address = web::to("/items") / item->id / "withdraw";
    const auto actions = goes_with(record, visit.book, *item);
    if (!save || because.empty()) {
        const OpenedForm form = opened_form(record, visit, address, save);
        const web::Html keeping = keeps_itself(
            record, visit, {.address = address, .name = "Recorded in error", .about = subjects_of(*item)}, form.typed);
        Page page = page_about(visit, *item,
                               withdraw_view(*item, visit.form_token, form, keeping, save ? "Enter what was wrong" : "",
                                             goes_with_input(actions, !form.typed.has("save_key") || takes_along(form.typed))),
                               said_to_the_log(*item->type, "form to take it off the record"));
        page.status = save ? 422 : 200;
        return page;
    }
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto subjects = subjects_of(*item);
    ledger::Change change = withdrawal_of(item->type->key(), item->id, number_in(visit.request.form().get("starts_from")),
                                          subjects, because, visit.book.viewer().worker);
    std::vector<ledger::Change> changes{std::move(change)};
    if (takes_along(visit.request.form()))
        for (const plans::PromisedAction& one : actions)
            changes.push_back(withdrawal_of(type_of<plans::PlanAction>().key(), one.id, one.version, one.about, because,
                                            visit.book.viewer().worker));
    for (std::size_t nth = 0; nth < changes.size(); ++nth) changes[nth].key = key->nth(nth);
    const auto saved =
        record.ledger().save_and_wait(std::move(changes), {saved_line(visit, said_to_the_log(*item->type, "taken off the record"), subjects, item->id)});
    if (!saved) return refuse(saved.error());
    form_was_saved(record, visit, address);
    if (item->type == &type_of<Person>()) return web::to("/search");  // They have no page any more.
    return item->children.empty() ? web::to("/") : web::to("/children") / item->children.front().id;
}

}  // namespace

std::vector<PageRoute> item_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;  // They read the store, or wait for it.
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    const auto saving = [&record](auto show, bool save) {
        return [&record, show, save](const Visit& visit) { return show(record, visit, save); };
    };
    return {
        {get, "/items/{id}", see_children, with(show_item), later},
        {get, "/items/{id}/compare", see_children, with(show_compare), later},
        {get, "/items/{id}/withdraw", record_work, saving(show_withdraw, false), later},
        {post, "/items/{id}/withdraw", record_work, saving(show_withdraw, true), later},
    };
}

}  // namespace steadfast::record::pages
