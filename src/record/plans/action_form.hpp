#pragma once

#include "record/pages/page_parts.hpp"
#include "record/plans/plan_view.hpp"

namespace steadfast::record::plans {

/// The form of an action of a plan, with those to whom it can be given in one choice: whoever fills it in, and who works with the
/// children now.
[[nodiscard]] ActionForm action_form(const pages::Visit& visit, const OpenPlan& plan, web::Fields typed, web::FieldErrors errors);

/// What stands in that form for an action that is on record.
[[nodiscard]] web::Fields typed_from(const PromisedAction& action);

struct ReadAction {
    std::string outcome;
    std::string action;
    Link<Worker> owner;
    std::string who;
    std::optional<Date> by_day;
    std::vector<ledger::SubjectId> about;   ///< Of the plan's children, in its order.
    web::FieldErrors errors;
};
/// @param doers whom the form offered; an action can be given to nobody else by a choice.
[[nodiscard]] ReadAction read_action(const web::Fields& typed, const OpenPlan& plan, const std::vector<Doer>& doers);

}  // namespace steadfast::record::plans
