#include "law/london.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/named_worker.hpp"
#include "record/pages/saving.hpp"
#include "record/plans/plan_form.hpp"
#include "record/plans/plan_pages.hpp"

#include <algorithm>

namespace steadfast::record::plans {
namespace {

using pages::FormKey;
using pages::ItemForm;
using pages::Page;
using pages::Shown;
using pages::Visit;

const ItemType& plan_type() { return type_of<Plan>(); }

PlanForm review_form(Record& record, const Visit& visit, const OpenPlan& plan) {
    const web::Link page = web::to("/plans") / plan.id;
    return {.form = form_for(record, visit, plan.children.front().child, page / "review", page), .heading = "Review the plan: write the next one", .undone = plan.undone()};
}

/// The words of the plan before, to be changed rather than typed again. What each child says is asked afresh: it is their words of today.
/// @param kind of the next one, where less help or more takes over; empty: the same.
web::Fields typed_from_the_plan_before(const OpenPlan& plan, std::string_view kind, Date today) {
    Content begins = plan.content;
    if (plan_kind.find(kind)) set_by_key(plan_type(), begins.values, "kind", std::string(kind));
    set_by_key(plan_type(), begins.values, "agreed_on", today);
    for (const auto cleared : {"review_by", "reviewed_on"}) set_by_key(plan_type(), begins.values, cleared, Value());
    for (Content& about : begins.about) set_by_key(plan_type(), about.values, "child_words", Value());
    std::vector<pages::AboutWhom> each;
    for (const PlannedChild& one : plan.children) each.push_back({one.child.id, one.child.name});
    web::Fields typed = pages::typed_from(plan_type(), begins, each);
    for (const PlannedChild& one : plan.children) typed.add("children", one.child.id.text());
    for (const PromisedAction* one : plan.undone()) typed.add("carry", one->id.text());
    return typed;
}

Page form_page(Record& record, const Visit& visit, const OpenPlan& plan, PlanForm& form) {
    pages::offer_children(visit, plan.children.front().child, form.form);
    form.form.notices << pages::others_who_write(record, visit, plan.id);
    form.form.keeping = pages::keeps_itself(record, visit, {.address = form.form.action, .name = "Review of a plan", .about = plan.about, .item = plan.id}, form.form.typed);
    Page page = page_about(visit, plan, "Review the plan", plan_form_view(form), "form to review a plan");
    page.status = form.form.errors.empty() ? 200 : 422;
    return page;
}

Result<Shown> open_review(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    PlanForm form = review_form(record, visit, *plan);
    form.form.key = FormKey::fresh();
    form.form.typed = typed_from_the_plan_before(*plan, visit.request.query().get("kind"), law::london_date(visit.now));
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.notices << pages::draft_notice(draft->head);
    }
    return form_page(record, visit, *plan, form);
}

bool is_ticked(const web::Fields& typed, ledger::ItemId action) {
    const auto all = typed.all("carry");
    return std::any_of(all.begin(), all.end(), [&action](std::string_view id) { return ledger::ItemId::parse(id) == action; });
}

/// Whether it is for any of the next plan's children: for nobody it can't go on.
bool is_for_any(const PromisedAction& action, const std::vector<SeenChild>& children) {
    return std::any_of(children.begin(), children.end(), [&action](const SeenChild& child) {
        return std::any_of(action.children.begin(), action.children.end(), [&child](const SeenChild& one) { return one.id == child.id; });
    });
}

/// Each action that is not done goes on in the next plan, or is dropped with the reason given.
Result<void> add_actions(std::vector<ledger::Change>& changes, Record& record, const Visit& visit, const OpenPlan& plan, ledger::ItemId next, const std::vector<SeenChild>& children, Date day) {
    const web::Fields& typed = visit.request.form();
    const std::string because(web::trimmed(typed.get("dropped_because")));
    for (const PromisedAction* one : plan.undone()) {
        const auto found = visit.book.item(one->id);
        if (!found) return refuse(found.error());
        const bool goes_on = is_ticked(typed, one->id) && is_for_any(*one, children);
        const std::vector<pages::NewValue> values = goes_on ? std::vector<pages::NewValue>{{"plan", next}}
                                                            : std::vector<pages::NewValue>{{"dropped_on", day}, {"dropped_because", because.empty() ? std::string("The next plan goes on without it") : because}};
        auto change = pages::with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
        if (!change) return refuse(change.error());
        changes.push_back(std::move(*change));
    }
    return {};
}

/// What the kinds of the two plans set going: the one before ends for whoever is not in the next, or where that is of another kind.
Result<void> add_what_follows(std::vector<ledger::Change>& changes, const Visit& visit, const OpenPlan& before, const Plan& next, ledger::ItemId next_id, const std::vector<SeenChild>& children) {
    std::vector<SeenChild> leave;
    for (const PlannedChild& one : before.children) {
        const bool stays = std::any_of(children.begin(), children.end(), [&one](const SeenChild& child) { return child.id == one.child.id; });
        if (!stays || next.kind != before.shared.kind) leave.push_back(one.child);
    }
    auto ended = changes_when_ended(visit, before, leave, *next.agreed_on);
    if (!ended) return refuse(ended.error());
    auto begun = changes_when_agreed(visit, next.kind.code, children, *next.agreed_on, next_id);
    if (!begun) return refuse(begun.error());
    for (auto* more : {&*ended, &*begun})
        for (ledger::Change& change : *more) changes.push_back(std::move(change));
    return {};
}

Result<std::vector<ledger::Change>> all_changes(Record& record, const Visit& visit, const OpenPlan& before, Content content, ledger::ItemId next_id, const std::vector<SeenChild>& children) {
    set_by_key(plan_type(), content.values, "after", before.id);
    const Plan next = plan_type().item_from<Plan>(content.values);
    std::vector<ledger::SubjectId> about;
    for (const SeenChild& one : children) about.push_back(one.id);
    Content ends = before.content;
    set_by_key(plan_type(), ends.values, "ended", *next.agreed_on);
    set_by_key(plan_type(), ends.values, "ended_because", std::string("next_plan"));
    const auto by = visit.book.viewer().worker;
    std::vector<ledger::Change> changes{change_of(plan_type(), next_id, 0, about, content, by), change_of(plan_type(), before.id, before.version, before.about, ends, by)};
    if (auto added = add_actions(changes, record, visit, before, next_id, children, *next.agreed_on); !added) return refuse(added.error());
    if (auto added = add_what_follows(changes, visit, before, next, next_id, children); !added) return refuse(added.error());
    return changes;
}

Result<Shown> save_review(Record& record, const Visit& visit) {
    if (const auto plan = asked_plan(record, visit); !plan) return refuse(plan.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId next = key->nth_item(0);
    if (visit.book.book().find(next)) return web::to("/plans") / next;   // The button was pressed twice.
    const auto before = asked_plan_in_force(record, visit);
    if (!before) return refuse(before.error());
    PlanForm shown = review_form(record, visit, *before);
    ItemForm& form = shown.form;
    const SeenChild& first = before->children.front().child;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.also = pages::also_about(visit.book, first, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        pages::find_child(visit.book, first, form);
        return form_page(record, visit, *before, shown);
    }
    pages::check_nothing_is_said_about_others(form);
    const auto children = pages::chosen_children(visit, first, form);
    Content content = pages::read_about_several(form, children, nullptr);
    pages::name_worker(form, content, nullptr, visit.book.viewer().worker);
    const Plan read = plan_type().item_from<Plan>(content.values);
    if (read.agreed_on && before->shared.agreed_on && *read.agreed_on < *before->shared.agreed_on)
        form.errors.add("agreed_on-day", "Agreed on must be on or after the day of the plan before");
    if (!form.errors.empty()) return form_page(record, visit, *before, shown);
    auto changes = all_changes(record, visit, *before, content, next, children);
    if (!changes) return refuse(changes.error());
    if (auto saved = pages::save_together(record, visit, *key, std::move(*changes), "reviewed a plan"); !saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, form.action);
    return web::to("/plans") / next;
}

}  // namespace

std::vector<pages::PageRoute> review_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    return {
        {get, "/plans/{id}/review", needs, [&record](const Visit& visit) { return open_review(record, visit); }, later},
        {post, "/plans/{id}/review", needs, [&record](const Visit& visit) { return save_review(record, visit); }, later},
    };
}

}  // namespace steadfast::record::plans
