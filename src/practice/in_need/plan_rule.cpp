#include "practice/in_need/plan_rule.hpp"

#include "record/access/each_about.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "record/pages/saving.hpp"
#include "record/referrals/open_referral.hpp"

#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Found;
using record::SeenBook;
using record::SeenChild;
using record::type_of;
using Changes = std::vector<ledger::Change>;

std::vector<Found> open_times(const SeenBook& book, const SeenChild& child) {
    std::vector<Found> open;
    record::each_about<ChildInNeedPlan>(book, child, [&](const Found& found) {
        if (found.head().has(record::RowHead::gone)) return;
        const auto time = found.table->item<ChildInNeedPlan>(found.row);
        if (time.began && !time.ended) open.push_back(found);
    });
    return open;
}

Result<Changes> begin_time(const SeenBook& book, const SeenChild& child, Date agreed_on, ledger::ItemId plan) {
    const ledger::ItemId referral = record::open_referral(book, child);
    if (referral.is_none() || !open_times(book, child).empty()) return Changes();
    ChildInNeedPlan time;
    time.referral.item = referral;
    time.began = agreed_on;
    return Changes{record::change_of(time, record::item_begun_by(plan, child.id), 0, {child.id}, book.viewer().worker)};
}

Result<Changes> end_times(record::Record& record, const SeenBook& book, const SeenChild& child, Date ended) {
    Changes changes;
    for (const Found& found : open_times(book, child)) {
        auto change = record::pages::with_values(record, book.book(), found, {{"ended", ended}}, book.viewer().worker);
        if (!change) return refuse(change.error());
        changes.push_back(std::move(*change));
    }
    return changes;
}

std::string to_put_right(const SeenBook& book, const SeenChild& child) {
    if (!open_times(book, child).empty()) return "";
    if (record::open_referral(book, child).is_none())
        return fmt::format("{} has no open referral, so the census does not count this plan for {}. Record the referral that it answers.", child.name, child.name);
    return fmt::format("The census does not count this plan for {} yet. Record on {}'s page when the child in need plan began.", child.name, child.name);
}

}  // namespace

record::plans::PlanRule rule_of_child_in_need_plans(record::Record& record) {
    return {.kind = "in_need",
            .when_agreed = begin_time,
            .when_ended = [&record](const SeenBook& book, const SeenChild& child, Date ended) { return end_times(record, book, child, ended); },
            .to_put_right = to_put_right,
            .seen_by = "in_need_visit"};
}

}  // namespace steadfast::practice
