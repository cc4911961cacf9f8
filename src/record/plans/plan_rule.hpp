#pragma once

#include "ledger/ledger.hpp"
#include "record/access/seen_book.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace steadfast::record::plans {

/// What the plans of one kind set going in the slice that keeps that part of the law: "agreeing a child in need plan begins the time
/// that the census counts". A kind without one is a plan and nothing more.
struct PlanRule {
    std::string_view kind;   ///< A code of plan_kind.
    /// Saved together with the plan; for each child whose plan it is.
    std::function<Result<std::vector<ledger::Change>>(const SeenBook&, const SeenChild&, Date agreed_on, ledger::ItemId plan)> when_agreed = {};
    /// Saved together with the plan's end; for each child who has no other plan of the kind.
    std::function<Result<std::vector<ledger::Change>>(const SeenBook&, const SeenChild&, Date ended)> when_ended = {};
    /// What stands in the way of counting this child's plan, in a sentence; empty where nothing does. It blocks nothing.
    std::function<std::string(const SeenBook&, const SeenChild&)> to_put_right = {};
    /// The key of the timescale that says how often this council wants a child on such a plan to be seen; empty: it does not say.
    std::string_view seen_by = {};
};

}  // namespace steadfast::record::plans
