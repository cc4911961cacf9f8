#pragma once

#include "record/access/seen_book.hpp"
#include "record/plans/plan_action.hpp"
#include "record/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::plans {

/// One child in a plan.
struct PlannedChild {
    SeenChild child;
    Plan part;    ///< Only the fields about each mean anything.
};

/// An action with whom it is about and who does it, as its viewer may see them.
struct PromisedAction {
    ledger::ItemId id;
    std::uint32_t version = 0;
    PlanAction action;                     ///< How it went is read where a plan is opened whole.
    std::vector<SeenChild> children;
    std::vector<ledger::SubjectId> about;  ///< In the entry's order.
    std::string who;                       ///< In words; never empty.
};

/// A plan as one viewer may read it.
struct OpenPlan {
    ledger::ItemId id;
    std::uint32_t version = 0;
    Content content;
    Plan shared;                             ///< Only the fields about all mean anything.
    std::vector<PlannedChild> children;      ///< Whom the viewer may see.
    std::vector<ledger::SubjectId> about;    ///< Everybody, in the entry's order.
    bool is_seen_whole = false;              ///< The viewer may see everybody in it. Otherwise it was marked as fit to be read by each, and they change nothing of it.
    std::vector<PromisedAction> actions;     ///< Of this plan, the open ones by their day first.
    std::vector<PromisedAction> carried;     ///< Promised here or before, and taken over by a later plan.
    ledger::ItemId next;                     ///< The plan that took over from it; none where none did.

    [[nodiscard]] std::vector<const PromisedAction*> undone() const;
    [[nodiscard]] std::vector<std::string> names() const;
};

/// Refused as not found where there is none, where it was recorded in error, or where the viewer may see nobody whom it is about.
[[nodiscard]] Result<OpenPlan> open_plan(Record& record, const SeenBook& book, ledger::ItemId id);
/// The same where it is to be changed: refused where it is also about somebody whom the viewer may not see.
[[nodiscard]] Result<OpenPlan> plan_to_change(Record& record, const SeenBook& book, ledger::ItemId id);

/// An action by its address, refused in the same way.
[[nodiscard]] Result<PromisedAction> promised_action(const SeenBook& book, ledger::ItemId id);
/// How it went, and whatever else of it stands in the store alone.
[[nodiscard]] Result<PlanAction> whole_action(Record& record, const SeenBook& book, const PromisedAction& action);

/// A plan of a child's, in a line.
struct PlanLine {
    ledger::ItemId id;
    Plan plan;      ///< Without its long texts.
};
/// Every plan about a child, those in force first, then the latest.
[[nodiscard]] std::vector<PlanLine> plans_of(const SeenBook& book, const SeenChild& child);
/// The actions of a plan that concern a child and are neither done nor dropped, by their day.
[[nodiscard]] std::vector<PromisedAction> open_actions_of(const SeenBook& book, const SeenChild& child, ledger::ItemId plan);

/// Everything open that somebody promised to do, about children whom they may see, the longest overdue first.
[[nodiscard]] std::vector<PromisedAction> owned_by(const SeenBook& book, ledger::WorkerId worker);

/// "by Fri 10 April 2026", "by Fri 10 April 2026, 4 days late", "done Mon 6 April 2026".
[[nodiscard]] std::string by_when(const PlanAction& action, Date today);
/// A line as it stands within a sentence: people end it with a full stop or not.
[[nodiscard]] std::string without_full_stop(std::string line);

}  // namespace steadfast::record::plans
