#include "law/london.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/also_about.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/item_visit.hpp"
#include "record/pages/named_worker.hpp"
#include "record/pages/saving.hpp"
#include "record/pages/two_texts.hpp"
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

// --- a new plan ---

Page new_page(Record& record, const Visit& visit, const SeenChild& child, PlanForm& form) {
    pages::offer_children(visit, child, form.form);
    form.form.keeping = pages::keeps_itself(record, visit, {.address = form.form.action, .name = "Plan", .about = {child.id}}, form.form.typed);
    Page page;
    page.title = "Write a plan";
    page.before_main = pages::child_bar(visit, child);
    page.main = plan_form_view(form);
    page.what = "form to write a plan";
    page.about = {child.id};
    page.status = form.form.errors.empty() ? 200 : 422;
    return page;
}

PlanForm new_form(Record& record, const Visit& visit, const SeenChild& child) {
    const web::Link page = web::to("/children") / child.id;
    return {.form = form_for(record, visit, child, page / "plan", page), .heading = "Write a plan", .undone = {}};
}

Result<Shown> open_new(Record& record, const Visit& visit) {
    const auto child = pages::asked_child(visit);
    if (!child) return refuse(child.error());
    PlanForm form = new_form(record, visit, *child);
    form.form.key = FormKey::fresh();
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.notices << pages::draft_notice(draft->head);
    } else {
        pages::type_day(form.form.typed, "agreed_on", law::london_date(visit.now));
        if (const auto kind = visit.request.query().get("kind"); plan_kind.find(kind)) form.form.typed.add("kind", std::string(kind));
    }
    return new_page(record, visit, *child, form);
}

Result<Shown> save_new(Record& record, const Visit& visit) {
    const auto child = pages::asked_child(visit);
    if (!child) return refuse(child.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const ledger::ItemId plan = key->nth_item(0);
    if (visit.book.book().find(plan)) return web::to("/plans") / plan;   // The button was pressed twice.
    PlanForm shown = new_form(record, visit, *child);
    ItemForm& form = shown.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.also = pages::also_about(visit.book, *child, law::london_date(visit.now), form.typed);
    if (form.typed.has("find") || !web::trimmed(form.typed.get("find_child")).empty()) {
        pages::find_child(visit.book, *child, form);
        return new_page(record, visit, *child, shown);
    }
    pages::check_nothing_is_said_about_others(form);
    const auto children = pages::chosen_children(visit, *child, form);
    Content content = pages::read_about_several(form, children, nullptr);
    pages::name_worker(form, content, nullptr, visit.book.viewer().worker);
    if (!form.errors.empty()) return new_page(record, visit, *child, shown);

    std::vector<ledger::SubjectId> about;
    for (const SeenChild& one : children) about.push_back(one.id);
    const Plan agreed = type_of<Plan>().item_from<Plan>(content.values);
    std::vector<ledger::Change> changes{change_of(type_of<Plan>(), plan, 0, about, content, visit.book.viewer().worker)};
    auto more = changes_when_agreed(visit, agreed.kind.code, children, *agreed.agreed_on, plan);
    if (!more) return refuse(more.error());
    for (ledger::Change& change : *more) changes.push_back(std::move(change));
    if (auto saved = pages::save_together(record, visit, *key, std::move(changes), "saved a plan"); !saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, form.action);
    return (web::to("/plans") / plan).at("add");
}

// --- the same plan, changed ---

PlanForm form_to_change(Record& record, const Visit& visit, const OpenPlan& plan) {
    const web::Link page = web::to("/plans") / plan.id;
    PlanForm form{.form = form_for(record, visit, plan.children.front().child, page / "change", page), .heading = "Change the plan", .undone = {}};
    for (const PlannedChild& one : plan.children) form.form.each.push_back({one.child.id, one.child.name});
    form.form.goes_into = pages::goes_into(plan.names());
    form.form.starts_from = plan.version;
    return form;
}

pages::DraftedForm drafted(const ItemForm& form, const OpenPlan& plan) { return {.address = form.action, .name = "Plan", .about = plan.about, .item = plan.id}; }

Page change_page(Record& record, const Visit& visit, const OpenPlan& plan, PlanForm& form, int status) {
    form.form.notices << pages::others_who_write(record, visit, plan.id);
    form.form.keeping = pages::keeps_itself(record, visit, drafted(form.form, plan), form.form.typed);
    Page page = page_about(visit, plan, form.heading, plan_form_view(form), "form to change a plan");
    page.status = status;
    return page;
}

Result<Shown> open_change(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    PlanForm form = form_to_change(record, visit, *plan);
    form.form.key = FormKey::fresh();
    form.form.typed = pages::typed_from(type_of<Plan>(), plan->content, form.form.each);
    if (const auto draft = pages::draft_of(record, visit, form.form.action)) {
        form.form.typed = draft->fields;
        form.form.key = draft->fields.get("save_key");
        form.form.starts_from = pages::number_in(draft->fields.get("starts_from"));
        form.form.notices << pages::draft_notice(draft->head);
    }
    return change_page(record, visit, *plan, form, 200);
}

std::vector<SeenChild> children_of(const OpenPlan& plan) {
    std::vector<SeenChild> children;
    for (const PlannedChild& one : plan.children) children.push_back(one.child);
    return children;
}

Result<Shown> save_changed(Record& record, const Visit& visit, const OpenPlan& plan, const FormKey& key, std::uint32_t starts_from, const Content& content) {
    auto saved = pages::save_together(record, visit, key, {change_of(type_of<Plan>(), plan.id, starts_from, plan.about, content, visit.book.viewer().worker)}, "changed a plan");
    if (!saved) return refuse(saved.error());
    pages::form_was_saved(record, visit, web::to("/plans") / plan.id / "change");
    return web::to("/plans") / plan.id;
}

/// Somebody else saved since this text was begun: what both changed, its writer chooses.
Result<Shown> put_together(Record& record, const Visit& now, ItemForm form, const FormKey& key) {
    const auto plan = asked_plan_in_force(record, now);
    if (!plan) return refuse(plan.error());
    const auto item = pages::asked_item(record, now);
    if (!item) return refuse(item.error());
    form.keeping = pages::keeps_itself(record, now, drafted(form, *plan), form.typed);
    auto texts = pages::two_texts(record, now, *item, form, [&plan, &now](ItemForm& sent, const Content& begun_from, const Content&) {
        Content mine = pages::read_about_several(sent, children_of(*plan), &begun_from);
        pages::name_worker(sent, mine, &begun_from, now.book.viewer().worker);
        return mine;
    });
    if (!texts) return refuse(texts.error());
    if (!texts->settled) return std::move(texts->page);
    auto saved = save_changed(record, now, *plan, key, texts->now_there, *texts->settled);
    if (!saved && saved.error().kind == Refusal::Kind::clash) return std::move(texts->page);
    return saved;
}

Result<Shown> save_change(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    PlanForm shown = form_to_change(record, visit, *plan);
    ItemForm& form = shown.form;
    form.typed = visit.request.form();
    form.key = form.typed.get("save_key");
    form.starts_from = pages::number_in(form.typed.get("starts_from"));
    Content content = pages::read_about_several(form, children_of(*plan), &plan->content);
    pages::name_worker(form, content, &plan->content, visit.book.viewer().worker);
    if (form.errors.empty() && type_of<Plan>().item_from<Plan>(content.values).kind != plan->shared.kind)
        form.errors.add("kind", "A plan of another kind is a new plan: review this one instead, and choose the kind of the next");
    if (!form.errors.empty()) return change_page(record, visit, *plan, shown, 422);
    if (!form.typed.has("merged_with")) {
        auto saved = save_changed(record, visit, *plan, *key, form.starts_from, content);
        if (saved || saved.error().kind != Refusal::Kind::clash) return saved;
    }
    return put_together(record, pages::as_it_is_now(record, visit), std::move(form), *key);
}

}  // namespace

std::vector<pages::PageRoute> plan_form_routes(Record& record) {
    using enum web::Method;
    constexpr auto needs = Permission::record_work;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {get, "/children/{id}/plan", needs, with(open_new), later},
        {post, "/children/{id}/plan", needs, with(save_new), later},
        {get, "/plans/{id}/change", needs, with(open_change), later},
        {post, "/plans/{id}/change", needs, with(save_change), later},
    };
}

}  // namespace steadfast::record::plans
