#pragma once

#include "record/plans/plan.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record::plans {

/// One thing that somebody promised to do under a plan, for some of its children. It is an item of its own, so that it has an owner, a
/// day and a history from the promise to how it went. Where the next plan takes it over it stays the same item and names that plan.
struct PlanAction {
    Link<Plan> plan;                     ///< The plan that it belongs to now.
    Link<Plan> promised_in;              ///< The plan that it was first promised in.
    std::string outcome;                 ///< What will be different; actions with the same words stand together.
    std::string action;                  ///< What will be done, in plain words.
    Link<Worker> owner;                  ///< Who does it, where that is somebody who works here…
    std::string who;                     ///< …and by name otherwise: "Mum", "the school nurse".
    std::optional<Date> promised_on;
    std::optional<Date> by_day;
    std::optional<Date> done_on;
    Narrative how_it_went;
    std::optional<Date> dropped_on;      ///< It will not be done, and is owed no more.
    std::string dropped_because;

    [[nodiscard]] bool is_open() const { return !done_on && !dropped_on; }
    [[nodiscard]] bool is_overdue(Date today) const { return is_open() && by_day && *by_day < today; }
};

}  // namespace steadfast::record::plans

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::plans::PlanAction>();
