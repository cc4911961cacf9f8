#include "record/plans/open_plan.hpp"

#include "record/access/each_about.hpp"
#include "record/book/derived_from.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/about_several.hpp"
#include "record/pages/item_page.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unordered_map>

namespace steadfast::record::plans {
namespace {

constexpr std::size_t longest_chain = 200;   // Of plans that took over from one another: more than a childhood holds.

std::string who_does(const Book& book, const PlanAction& action) {
    if (!action.owner.item.is_none()) return pages::worker_name(book, ledger::WorkerId(action.owner.item.bytes()));
    return action.who.empty() ? "Nobody yet" : action.who;
}

PromisedAction promised(const SeenBook& book, const Found& found) {
    PromisedAction one{.id = book.book().item_id(found), .version = found.head().version, .action = found.table->item<PlanAction>(found.row), .children = {},
                       .about = book.book().subjects(found), .who = {}};
    for (const ledger::SubjectId subject : one.about)
        if (auto child = book.child(subject)) one.children.push_back(std::move(*child));
    one.who = who_does(book.book(), one.action);
    return one;
}

/// What is open by its day, then what was done, the latest first, then what was dropped.
bool stands_before(const PromisedAction& a, const PromisedAction& b) {
    const auto place = [](const PromisedAction& one) {
        const Date last = Date::from_days(1'000'000);
        const int group = one.action.is_open() ? 0 : one.action.done_on ? 1 : 2;
        const Date day = group == 0 ? one.action.by_day.value_or(last) : one.action.done_on.value_or(one.action.dropped_on.value_or(last));
        return std::tuple(group, group == 0 ? day.days_since_1970() : -day.days_since_1970(), one.id);
    };
    return place(a) < place(b);
}

/// A plan and all that it took over from, one after the other.
std::set<ledger::ItemId> chain_to(const Book& book, ledger::ItemId plan) {
    std::set<ledger::ItemId> chain;
    while (!plan.is_none() && chain.size() < longest_chain && chain.insert(plan).second) {
        const auto found = book.find(plan);
        if (!found || &found->type() != &type_of<Plan>()) break;
        plan = found->table->item<Plan>(found->row).after.item;
    }
    return chain;
}

void add_actions(OpenPlan& plan, const SeenBook& book) {
    const auto chain = chain_to(book.book(), plan.id);
    std::set<ledger::ItemId> taken;
    for (const PlannedChild& one : plan.children) {
        each_about<Plan, PlanAction>(book, one.child, [&](const Found& found) {
            if (&found.type() == &type_of<Plan>() && found.table->item<Plan>(found.row).after.item == plan.id) plan.next = book.book().item_id(found);
            if (&found.type() != &type_of<PlanAction>() || !taken.insert(book.book().item_id(found)).second) return;
            PromisedAction action = promised(book, found);
            if (action.action.plan.item == plan.id) plan.actions.push_back(std::move(action));
            else if (chain.contains(action.action.promised_in.item) && !chain.contains(action.action.plan.item)) plan.carried.push_back(std::move(action));
        });
    }
    std::sort(plan.actions.begin(), plan.actions.end(), stands_before);
    std::sort(plan.carried.begin(), plan.carried.end(), stands_before);
}

/// Which open actions each worker owns. It knows nothing of who may see whom.
class OwnedActions {
public:
    explicit OwnedActions(const Book& book) {
        book.each_of(type_of<PlanAction>(), [&](const Found& found) {
            const auto action = found.table->item<PlanAction>(found.row);
            if (action.is_open() && !action.owner.item.is_none()) by_worker_[ledger::WorkerId(action.owner.item.bytes())].push_back(book.item_id(found));
        });
    }
    [[nodiscard]] std::vector<ledger::ItemId> of(ledger::WorkerId worker) const {
        const auto found = by_worker_.find(worker);
        return found == by_worker_.end() ? std::vector<ledger::ItemId>() : found->second;
    }

private:
    std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>> by_worker_;
};

}  // namespace

std::vector<const PromisedAction*> OpenPlan::undone() const {
    std::vector<const PromisedAction*> undone;
    for (const PromisedAction& one : actions)
        if (one.action.is_open()) undone.push_back(&one);
    return undone;
}

std::vector<std::string> OpenPlan::names() const {
    std::vector<std::string> names;
    for (const PlannedChild& one : children) names.push_back(one.child.name);
    return names;
}

Result<OpenPlan> open_plan(Record& record, const SeenBook& book, ledger::ItemId id) {
    auto item = pages::seen_item(record, book, type_of<Plan>(), id, "There is no such plan, or none that you may see.");
    if (!item) return refuse(item.error());
    OpenPlan plan{.id = id, .version = item->version, .content = std::move(item->content), .shared = {}, .children = {}, .about = std::move(item->about),
                  .is_seen_whole = item->is_seen_whole, .actions = {}, .carried = {}, .next = {}};
    plan.shared = type_of<Plan>().item_from<Plan>(plan.content.values);
    for (pages::SeenPart& one : item->children) plan.children.push_back({std::move(one.child), type_of<Plan>().item_from<Plan>(one.values)});
    add_actions(plan, book);
    return plan;
}

Result<OpenPlan> plan_to_change(Record& record, const SeenBook& book, ledger::ItemId id) {
    auto plan = open_plan(record, book, id);
    if (plan && !plan->is_seen_whole) return refuse(pages::not_seen_whole("plan"));
    return plan;
}

Result<PromisedAction> promised_action(const SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found || &found->type() != &type_of<PlanAction>() || found->head().has(RowHead::withdrawn))
        return refuse(Refusal::Kind::not_found, "There is no such action, or none that you may see.", "Look on the plan's page.");
    return promised(book, *found);
}

Result<PlanAction> whole_action(Record& record, const SeenBook& book, const PromisedAction& action) {
    const auto found = book.item(action.id);
    if (!found) return refuse(found.error());
    const auto entry = record.latest_entry(book.book(), *found);
    if (!entry) return refuse(entry.error());
    const auto content = read_entry(type_of<PlanAction>(), *entry);
    if (!content) return refuse(content.error());
    return type_of<PlanAction>().item_from<PlanAction>(content->values);
}

std::vector<PlanLine> plans_of(const SeenBook& book, const SeenChild& child) {
    std::vector<PlanLine> lines;
    each_about<Plan>(book, child, [&](const Found& found) {
        lines.push_back({book.book().item_id(found), found.table->item<Plan>(found.row)});
    });
    std::stable_sort(lines.begin(), lines.end(), [](const PlanLine& a, const PlanLine& b) {
        if (a.plan.is_in_force() != b.plan.is_in_force()) return a.plan.is_in_force();
        return a.plan.agreed_on > b.plan.agreed_on;
    });
    return lines;
}

std::vector<PromisedAction> open_actions_of(const SeenBook& book, const SeenChild& child, ledger::ItemId plan) {
    std::vector<PromisedAction> actions;
    each_about<PlanAction>(book, child, [&](const Found& found) {
        PromisedAction one = promised(book, found);
        if (one.action.plan.item == plan && one.action.is_open()) actions.push_back(std::move(one));
    });
    std::sort(actions.begin(), actions.end(), stands_before);
    return actions;
}

std::vector<PromisedAction> owned_by(const SeenBook& book, ledger::WorkerId worker) {
    std::vector<PromisedAction> actions;
    for (const ledger::ItemId item : derived_from<OwnedActions, PlanAction>(book.book())->of(worker))
        if (auto one = promised_action(book, item)) actions.push_back(std::move(*one));
    std::sort(actions.begin(), actions.end(), stands_before);
    return actions;
}

std::string by_when(const PlanAction& action, Date today) {
    if (action.done_on) return "done " + action.done_on->words_with_weekday();
    if (action.dropped_on) return "dropped " + action.dropped_on->words_with_weekday();
    if (!action.by_day) return "no day is set";
    const int late = today - *action.by_day;
    return fmt::format("by {}{}", action.by_day->words_with_weekday(), late > 0 ? fmt::format(", {} {} late", late, late == 1 ? "day" : "days") : "");
}

std::string without_full_stop(std::string line) {
    while (!line.empty() && (line.back() == '.' || line.back() == ' ')) line.pop_back();
    return line;
}

}  // namespace steadfast::record::plans
