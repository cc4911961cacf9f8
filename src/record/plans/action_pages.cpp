#include "law/london.hpp"
#include "record/pages/drafted_form.hpp"
#include "record/pages/saving.hpp"
#include "record/plans/action_form.hpp"
#include "record/plans/plan_pages.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

#include <algorithm>

namespace steadfast::record::plans {
namespace {

using pages::FormKey;
using pages::NewValue;
using pages::Page;
using pages::Shown;
using pages::Visit;

Page page_about(const PromisedAction& action, web::Html main, std::string what) {
    Page page;
    page.title = "Action of a plan";
    page.main = std::move(main);
    page.what = std::move(what);
    for (const SeenChild& child : action.children) page.about.push_back(child.id);
    page.item = action.id;
    return page;
}

Result<PromisedAction> asked_action(const Visit& visit) {
    const auto id = visit.request.at<ledger::ItemId>("id");
    if (!id) return refuse(id.error());
    return promised_action(visit.book, *id);
}

/// The same where it is to be changed: whoever does so sees everybody whom it is about.
Result<PromisedAction> action_to_change(const Visit& visit) {
    auto action = asked_action(visit);
    if (action && !visit.book.may_see_everybody(action->about))
        return refuse(Refusal::Kind::not_allowed, "This is also about somebody whose record you may not see, so you can't change it.", "Ask the child's worker or their manager.");
    return action;
}

/// Where somebody says how it went: one of two forms of the page, and the one in which much is written.
web::Link saying_done(const PromisedAction& action) { return (web::to("/actions") / action.id).with("form", "done"); }

Result<Page> action_page(Record& record, const Visit& visit, const PromisedAction& action, web::FieldErrors errors) {
    const auto whole = whole_action(record, visit.book, action);
    if (!whole) return refuse(whole.error());
    const auto plan = visit.book.item(action.action.plan.item);
    const pages::OpenedForm form = pages::opened_form(record, visit, saying_done(action), !errors.empty());
    const bool may_write = action.action.is_open() && visit.book.may_see_everybody(action.about);
    ActionShown shown{.action = action, .plan_says = plan && &plan->type() == &type_of<Plan>() ? plan->table->item<Plan>(plan->row).must_be_different : std::string(),
                      .went = whole->how_it_went.text, .may_record = may(visit.book.viewer(), Permission::record_work), .form_token = visit.form_token, .key = form.key,
                      .notice = form.notice, .keeping = {}, .typed = form.typed, .errors = std::move(errors), .today = law::london_date(visit.now)};
    if (may_write) shown.keeping = pages::keeps_itself(record, visit, {.address = saying_done(action), .name = "How an action went", .about = action.about}, form.typed);
    Page page = page_about(action, action_view(shown), "action of a plan");
    if (!shown.errors.empty()) page.status = 422;
    return page;
}

Result<Shown> show_action(Record& record, const Visit& visit) {
    const auto action = asked_action(visit);
    if (!action) return refuse(action.error());
    auto page = action_page(record, visit, *action, {});
    if (!page) return refuse(page.error());
    return std::move(*page);
}

/// Back to where the button stood: the first page, or the plan.
web::Link back_to(const Visit& visit, const PromisedAction& action, std::string_view what) {
    const web::Link place = visit.request.form().get("to") == "home" ? web::to("/") : web::to("/plans") / action.action.plan.item;
    return what.empty() ? place : place.with(what, action.id.text());
}

Result<void> save(Record& record, const Visit& visit, const PromisedAction& action, const std::vector<NewValue>& values, std::string what) {
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto found = visit.book.item(action.id);
    if (!found) return refuse(found.error());
    auto change = pages::with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!change) return refuse(change.error());
    return pages::save_together(record, visit, *key, {std::move(*change)}, std::move(what));
}

Result<Shown> add_action(Record& record, const Visit& visit) {
    const auto plan = asked_plan_in_force(record, visit);
    if (!plan) return refuse(plan.error());
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const web::Fields& typed = visit.request.form();
    const ActionForm form = action_form(visit, *plan, typed, {});
    const ReadAction read = read_action(typed, *plan, form.doers);
    if (!read.errors.empty()) return plan_page(record, visit, *plan, typed, read.errors);
    PlanAction action;
    action.plan.item = action.promised_in.item = plan->id;
    action.outcome = read.outcome;
    action.action = read.action;
    action.owner = read.owner;
    action.who = read.who;
    action.by_day = read.by_day;
    action.promised_on = law::london_date(visit.now);
    const ledger::ItemId item = key->nth_item(0);
    const web::Link next = (web::to("/plans") / plan->id).with("after", item.text()).at("add");
    if (visit.book.book().find(item)) return next;   // The button was pressed twice.
    auto saved = pages::save_together(record, visit, *key, {change_of(action, item, 0, read.about, visit.book.viewer().worker)}, "added an action to a plan");
    if (!saved) return refuse(saved.error());
    return next;
}

Result<Shown> say_done(Record& record, const Visit& visit) {
    const auto action = action_to_change(visit);
    if (!action) return refuse(action.error());
    if (action->action.done_on) return back_to(visit, *action, "done");   // Somebody was faster, or the button was pressed twice.
    if (action->action.dropped_on) return refuse(Refusal::Kind::clash, "This was dropped meanwhile.", "Open it and read why.");
    web::FormReader form(visit.request.form());
    const Date today = law::london_date(visit.now);
    // On the first page one button says it, and then it is today.
    const auto done_on = visit.request.form().has("done_on-day") ? form.required_date("done_on", "Done on") : std::optional(today);
    if (done_on && *done_on > today) form.refuse("done_on-day", "Done on must be today or in the past");
    if (!form.errors().empty()) {
        auto page = action_page(record, visit, *action, form.errors());
        if (!page) return refuse(page.error());
        return std::move(*page);
    }
    const std::string words = form.text("how_it_went");
    if (auto saved = save(record, visit, *action, {{"done_on", *done_on}, {"how_it_went", words.empty() ? Value() : Value(words)}}, "said that an action is done"); !saved)
        return refuse(saved.error());
    pages::form_was_saved(record, visit, saying_done(*action));
    return back_to(visit, *action, "done");
}

Result<Shown> drop(Record& record, const Visit& visit) {
    const auto action = action_to_change(visit);
    if (!action) return refuse(action.error());
    if (!action->action.is_open()) return web::to("/actions") / action->id;
    web::FormReader form(visit.request.form());
    const std::string because = form.required_text("dropped_because", "Enter why it will not be done", 500);
    if (!form.errors().empty()) {
        auto page = action_page(record, visit, *action, form.errors());
        if (!page) return refuse(page.error());
        return std::move(*page);
    }
    if (auto saved = save(record, visit, *action, {{"dropped_on", law::london_date(visit.now)}, {"dropped_because", because}}, "dropped an action"); !saved) return refuse(saved.error());
    return back_to(visit, *action, "");
}

Result<Shown> reopen(Record& record, const Visit& visit) {
    const auto action = action_to_change(visit);
    if (!action) return refuse(action.error());
    if (action->action.is_open()) return back_to(visit, *action, "");
    const auto plan = visit.book.item(action->action.plan.item);
    if (plan && &plan->type() == &type_of<Plan>() && !plan->table->item<Plan>(plan->row).is_in_force())
        return refuse(Refusal::Kind::clash, "The plan has ended, so nothing of it is still to be done.", "Put what is still to be done into the plan that is in force now.");
    const std::vector<NewValue> open{{"done_on", {}}, {"how_it_went", {}}, {"dropped_on", {}}, {"dropped_because", {}}};
    if (auto saved = save(record, visit, *action, open, "took back what came of an action"); !saved) return refuse(saved.error());
    return back_to(visit, *action, "");
}

Page change_page(const Visit& visit, const OpenPlan& plan, const PromisedAction& action, const web::Fields& typed, web::FieldErrors errors) {
    const ActionForm form = action_form(visit, plan, typed, std::move(errors));
    web::Html fields;
    fields << web::hidden_input("save_key", FormKey::fresh()) << action_inputs(form) << web::button({.label = "Save"});
    web::Html main;
    main << web::error_summary(form.errors) << web::heading_1("Change an action")
         << web::post_form({.action = web::to("/actions") / action.id / "change", .token = visit.form_token, .fields = std::move(fields)})
         << web::paragraph(web::link(web::to("/actions") / action.id, "Go back without saving"));
    Page page = page_about(action, std::move(main), "form to change an action");
    for (const PlannedChild& one : plan.children)
        if (std::find(page.about.begin(), page.about.end(), one.child.id) == page.about.end()) page.about.push_back(one.child.id);
    if (!form.errors.empty()) page.status = 422;
    return page;
}

/// Both for showing the form and for taking what was sent.
Result<Shown> change(Record& record, const Visit& visit, bool is_sent) {
    const auto action = action_to_change(visit);
    if (!action) return refuse(action.error());
    if (!action->action.is_open()) return web::to("/actions") / action->id;
    const auto plan = plan_to_change(record, visit.book, action->action.plan.item);
    if (!plan) return refuse(plan.error());
    if (!is_sent) return change_page(visit, *plan, *action, typed_from(*action), {});
    const web::Fields& typed = visit.request.form();
    const ReadAction read = read_action(typed, *plan, action_form(visit, *plan, typed, {}).doers);
    if (!read.errors.empty()) return change_page(visit, *plan, *action, typed, read.errors);
    const auto key = FormKey::of(visit);
    if (!key) return refuse(key.error());
    const auto found = visit.book.item(action->id);
    if (!found) return refuse(found.error());
    const std::vector<NewValue> values{{"outcome", read.outcome}, {"action", read.action}, {"owner", read.owner.item.is_none() ? Value() : Value(read.owner.item)},
                                       {"who", read.who.empty() ? Value() : Value(read.who)}, {"by_day", *read.by_day}};
    auto changed = pages::with_values(record, visit.book.book(), *found, values, visit.book.viewer().worker);
    if (!changed) return refuse(changed.error());
    changed->subjects = read.about;
    if (auto saved = pages::save_together(record, visit, *key, {std::move(*changed)}, "changed an action"); !saved) return refuse(saved.error());
    return web::to("/plans") / plan->id;
}

}  // namespace

std::vector<pages::PageRoute> action_routes(Record& record) {
    using enum web::Method;
    using enum Permission;
    constexpr auto later = web::Runs::on_a_worker;
    const auto with = [&record](auto show) { return [&record, show](const Visit& visit) { return show(record, visit); }; };
    return {
        {post, "/plans/{id}/actions", record_work, with(add_action), later},
        {get, "/actions/{id}", see_children, with(show_action), later},
        {post, "/actions/{id}/done", record_work, with(say_done), later},
        {post, "/actions/{id}/drop", record_work, with(drop), later},
        {post, "/actions/{id}/reopen", record_work, with(reopen), later},
        {get, "/actions/{id}/change", record_work, [&record](const Visit& visit) { return change(record, visit, false); }, later},
        {post, "/actions/{id}/change", record_work, [&record](const Visit& visit) { return change(record, visit, true); }, later},
    };
}

}  // namespace steadfast::record::plans
