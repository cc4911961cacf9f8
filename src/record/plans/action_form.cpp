#include "record/plans/action_form.hpp"

#include "law/london.hpp"
#include "record/allocation/caseloads.hpp"
#include "record/pages/item_page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::record::plans {
namespace {

constexpr std::size_t longest_line = 500;   // Letters: a line, and no text.

bool is_offered(const std::vector<Doer>& doers, ledger::WorkerId worker) {
    return std::any_of(doers.begin(), doers.end(), [&worker](const Doer& one) { return one.worker == worker; });
}

void offer(std::vector<Doer>& doers, ledger::WorkerId worker, std::string says) {
    if (worker != ledger::WorkerId() && !is_offered(doers, worker)) doers.push_back({worker, std::move(says)});
}

std::vector<Doer> doers_for(const pages::Visit& visit, const OpenPlan& plan) {
    const Book& book = visit.book.book();
    const auto caseloads = Caseloads::of(book, law::london_date(visit.now));
    std::vector<Doer> doers;
    offer(doers, visit.book.viewer().worker, fmt::format("Me ({})", visit.worker_name));
    for (const PlannedChild& one : plan.children)
        for (const Holding& holding : caseloads->of_child(one.child.id))
            offer(doers, holding.worker, fmt::format("{}, {} of {}", pages::worker_name(book, holding.worker), allocated_as.says(holding.as_what), one.child.name));
    for (const PromisedAction& one : plan.actions)
        if (!one.action.owner.item.is_none()) offer(doers, ledger::WorkerId(one.action.owner.item.bytes()), one.who);
    return doers;
}

bool is_ticked(const web::Fields& typed, std::string_view name, ledger::SubjectId child) {
    const auto all = typed.all(name);
    return std::any_of(all.begin(), all.end(), [&child](std::string_view id) { return ledger::SubjectId::parse(id) == child; });
}

}  // namespace

ActionForm action_form(const pages::Visit& visit, const OpenPlan& plan, web::Fields typed, web::FieldErrors errors) {
    ActionForm form{.typed = std::move(typed), .errors = std::move(errors), .doers = doers_for(visit, plan), .outcomes = {}, .children = {}};
    for (const PromisedAction& one : plan.actions)
        if (!one.action.outcome.empty() && std::find(form.outcomes.begin(), form.outcomes.end(), one.action.outcome) == form.outcomes.end()) form.outcomes.push_back(one.action.outcome);
    for (const PlannedChild& one : plan.children) form.children.push_back(one.child);
    return form;
}

web::Fields typed_from(const PromisedAction& action) {
    web::Fields typed{{"same_outcome", action.action.outcome}, {"action", action.action.action}, {"who", action.action.who}};
    if (!action.action.owner.item.is_none()) typed.add("owner", ledger::WorkerId(action.action.owner.item.bytes()).text());
    if (action.action.by_day) {
        const web::TypedDate day = web::TypedDate::of(action.action.by_day);
        typed.add("by_day-day", day.day);
        typed.add("by_day-month", day.month);
        typed.add("by_day-year", day.year);
    }
    for (const SeenChild& child : action.children) typed.add("for", child.id.text());
    return typed;
}

ReadAction read_action(const web::Fields& typed, const OpenPlan& plan, const std::vector<Doer>& doers) {
    web::FormReader form(typed);
    ReadAction read;
    read.outcome = form.text("outcome");
    if (read.outcome.empty()) read.outcome = form.text("same_outcome");
    if (read.outcome.empty()) form.refuse("outcome", "Enter what will be different");
    if (read.outcome.size() > longest_line) form.refuse("outcome", "Say in fewer words what will be different");
    read.action = form.required_text("action", "Enter what will be done", longest_line);
    read.who = form.text("who");
    if (const auto owner = ledger::WorkerId::parse(form.text("owner")); owner && is_offered(doers, *owner)) read.owner.item = ledger::ItemId(owner->bytes());
    if (read.who.size() > longest_line) form.refuse("who", "Say in fewer words who does it");
    if (read.owner.item.is_none() && read.who.empty()) form.refuse("owner", "Choose who does it, or name somebody else");
    if (!read.owner.item.is_none() && !read.who.empty()) form.refuse("who", "Either choose who does it or name somebody, not both");
    read.by_day = form.required_date("by_day", "By when");
    for (const PlannedChild& one : plan.children)
        if (plan.children.size() == 1 || is_ticked(typed, "for", one.child.id)) read.about.push_back(one.child.id);
    if (read.about.empty()) form.refuse("for", "Tick for whom it is");
    read.errors = form.errors();
    return read;
}

}  // namespace steadfast::record::plans
