#include "record/plans/plan_pages.hpp"

#include "law/london.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/item_page.hpp"
#include "record/pages/saving.hpp"
#include "record/plans/action_form.hpp"
#include "record/plans/plan_view.hpp"

#include <algorithm>

namespace steadfast::record::plans {
namespace {

using pages::Page;
using pages::Shown;
using pages::Visit;

Result<Shown> show_plan(Record& record, const Visit& visit) {
    const auto plan = asked_plan(record, visit);
    if (!plan) return refuse(plan.error());
    return plan_page(record, visit, *plan, {}, {});
}

Result<Shown> show_plans(const Visit& visit) {
    const auto id = visit.request.at<ledger::SubjectId>("id");
    if (!id) return refuse(id.error());
    const auto child = visit.book.child(*id);
    if (!child) return refuse(child.error());
    Page page;
    page.title = "Plans";
    page.before_main = pages::child_bar(visit, *child);
    page.main = plans_view(plans_of(visit.book, *child), *child, may(visit.book.viewer(), Permission::record_work), law::london_date(visit.now));
    page.what = "plans of the child";
    page.about = {child->id};
    return page;
}

/// What the form of an action begins with: the outcome of the one before, and all of the plan's children.
web::Fields fresh_action(const Visit& visit, const OpenPlan& plan) {
    web::Fields typed;
    const auto after = ledger::ItemId::parse(visit.request.query().get("after"));
    for (const PromisedAction& one : plan.actions)
        if (after && one.id == *after) typed.add("same_outcome", one.action.outcome);
    for (const PlannedChild& one : plan.children) typed.add("for", one.child.id.text());
    return typed;
}

bool has_another_of_its_kind(const SeenBook& book, const SeenChild& child, const OpenPlan& plan) {
    const auto plans = plans_of(book, child);
    return std::any_of(plans.begin(), plans.end(), [&plan](const PlanLine& one) { return one.id != plan.id && one.plan.is_in_force() && one.plan.kind == plan.shared.kind; });
}

}  // namespace

Result<OpenPlan> asked_plan(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return open_plan(record, visit.book, *id);
}

Result<OpenPlan> asked_plan_in_force(Record& record, const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    auto plan = plan_to_change(record, visit.book, *id);
    if (plan && !plan->shared.is_in_force()) return refuse(Refusal::Kind::clash, "This plan has ended.", "Open it and read what took over from it.");
    return plan;
}

Page page_about(const Visit& visit, const OpenPlan& plan, std::string title, web::Html main, std::string what) {
    Page page;
    page.title = std::move(title);
    // Three bars would fill a phone's screen before the plan begins: for several children each is named with a way to their record.
    if (plan.children.size() == 1) page.before_main = pages::child_bar(visit, plan.children.front().child);
    page.main = std::move(main);
    page.what = std::move(what);
    for (const PlannedChild& one : plan.children) page.about.push_back(one.child.id);
    page.item = plan.id;
    return page;
}

Page plan_page(Record& record, const Visit& visit, const OpenPlan& plan, const web::Fields& typed, web::FieldErrors errors) {
    web::Fields stands = errors.empty() ? fresh_action(visit, plan) : typed;
    PlanShown shown{.plan = plan, .may_record = may(visit.book.viewer(), Permission::record_work), .form_token = visit.form_token, .key = pages::FormKey::fresh(),
                    .add = action_form(visit, plan, std::move(stands), std::move(errors)), .just_done = nullptr, .to_put_right = {}, .lead = lead_in_words(visit.book.book(), plan.shared), .went = {},
                    .today = law::london_date(visit.now)};
    const auto done = ledger::ItemId::parse(visit.request.query().get("done"));
    for (const PromisedAction& one : plan.actions) {
        if (done && one.id == *done && one.action.done_on) shown.just_done = &one;
        const auto whole = one.action.done_on ? whole_action(record, visit.book, one) : Result<PlanAction>(PlanAction());
        shown.went.push_back(whole ? whole->how_it_went.text : std::string("It could not be read. ") + whole.error().whole());
    }
    const PlanRule* const rule = rule_of(visit, plan.shared.kind.code);
    for (const PlannedChild& one : plan.children) {
        if (!rule || !rule->to_put_right || !plan.shared.is_in_force()) break;
        if (std::string says = rule->to_put_right(visit.book, one.child); !says.empty()) shown.to_put_right.push_back(std::move(says));
    }
    Page page = page_about(visit, plan, "Plan", plan_view(shown), "plan");
    if (!shown.add.errors.empty()) page.status = 422;
    return page;
}

const PlanRule* rule_of(const Visit& visit, std::string_view kind) {
    for (const PlanRule& rule : visit.parts.plan_rules)
        if (rule.kind == kind) return &rule;
    return nullptr;
}

Result<std::vector<ledger::Change>> changes_when_ended(const Visit& visit, const OpenPlan& plan, const std::vector<SeenChild>& children, Date ended) {
    std::vector<ledger::Change> changes;
    const PlanRule* const rule = rule_of(visit, plan.shared.kind.code);
    if (!rule || !rule->when_ended) return changes;
    for (const SeenChild& child : children) {
        if (has_another_of_its_kind(visit.book, child, plan)) continue;
        auto more = rule->when_ended(visit.book, child, ended);
        if (!more) return refuse(more.error());
        for (ledger::Change& change : *more) changes.push_back(std::move(change));
    }
    return changes;
}

Result<std::vector<ledger::Change>> changes_when_agreed(const Visit& visit, std::string_view kind, const std::vector<SeenChild>& children, Date agreed_on, ledger::ItemId plan) {
    std::vector<ledger::Change> changes;
    const PlanRule* const rule = rule_of(visit, kind);
    if (!rule || !rule->when_agreed) return changes;
    for (const SeenChild& child : children) {
        auto more = rule->when_agreed(visit.book, child, agreed_on, plan);
        if (!more) return refuse(more.error());
        for (ledger::Change& change : *more) changes.push_back(std::move(change));
    }
    return changes;
}

void add_pages(Record& record, pages::PageParts& parts) {
    using enum web::Method;
    parts.add({
        {get, "/plans/{id}", Permission::see_children, [&record](const Visit& visit) { return show_plan(record, visit); }, web::Runs::on_a_worker},
        {get, "/children/{id}/plans", Permission::see_children, show_plans},
    });
    for (auto routes : {plan_form_routes(record), review_routes(record), ending_routes(record), action_routes(record), plan_print_routes(record)}) parts.add(std::move(routes));
    parts.own_pages.push_back({&type_of<Plan>(), [](ledger::ItemId item) { return web::to("/plans") / item; }});
    parts.own_pages.push_back({&type_of<PlanAction>(), [](ledger::ItemId item) { return web::to("/actions") / item; }});
    parts.child_links.push_back({.words = "Plans", .order = 15, .to = [](ledger::SubjectId child) { return web::to("/children") / child / "plans"; }});
    add_plan_panels(parts);
}

}  // namespace steadfast::record::plans
