#include "practice/in_need/plan_rule.hpp"

#include "practice/in_need/child_in_need_plan.hpp"
#include "record/item/by_key.hpp"
#include "record/pages/saving.hpp"

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
    book.each_about(child, [&](const Found& found) {
        if (&found.type() != &type_of<ChildInNeedPlan>() || found.head().has(record::RowHead::gone)) return;
        const auto time = found.table->item<ChildInNeedPlan>(found.row);
        if (time.began && !time.ended) open.push_back(found);
    });
    return open;
}

/// The referral that is open: what the census counts of a plan stands under one.
ledger::ItemId open_referral(const SeenBook& book, const SeenChild& child) {
    ledger::ItemId open;
    book.each_about(child, [&](const Found& found) {
        if (found.type().key() != "referral" || found.head().has(record::RowHead::gone) || !open.is_none()) return;
        if (!record::day_by_key(found, "closed_on") && record::value_by_key(found, "no_further_action") != record::Value(true)) open = book.book().item_id(found);
    });
    return open;
}

/// One for each child of each plan, and the same when the form is sent again.
ledger::ItemId id_of_time(ledger::ItemId plan, ledger::SubjectId child) {
    IdBytes bytes = plan.bytes();
    const IdBytes of_child = child.bytes();
    for (std::size_t i = 0; i < bytes.bytes.size(); ++i) bytes.bytes[i] = static_cast<std::uint8_t>(bytes.bytes[i] ^ of_child.bytes[i]);
    return ledger::ItemId(bytes);
}

Result<Changes> begin_time(const SeenBook& book, const SeenChild& child, Date agreed_on, ledger::ItemId plan) {
    const ledger::ItemId referral = open_referral(book, child);
    if (referral.is_none() || !open_times(book, child).empty()) return Changes();
    ChildInNeedPlan time;
    time.referral.item = referral;
    time.began = agreed_on;
    return Changes{record::change_of(time, id_of_time(plan, child.id), 0, {child.id}, book.viewer().worker)};
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
    if (open_referral(book, child).is_none())
        return fmt::format("{} has no open referral, so the census does not count this plan for {}. Record the referral that it answers.", child.name, child.name);
    return fmt::format("The census does not count this plan for {} yet. Record on {}'s page when the child in need plan began.", child.name, child.name);
}

}  // namespace

record::plans::PlanRule rule_of_child_in_need_plans(record::Record& record) {
    return {.kind = "in_need",
            .when_agreed = begin_time,
            .when_ended = [&record](const SeenBook& book, const SeenChild& child, Date ended) { return end_times(record, book, child, ended); },
            .to_put_right = to_put_right,
            .seen_every_days = days_between_child_in_need_visits};
}

}  // namespace steadfast::practice
