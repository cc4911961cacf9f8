#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record::plans {

/// Which law or offer a plan stands on; says how often it is looked at, and who may end it.
extern const law::CodeSet plan_kind;
/// Why a plan is no longer in force.
extern const law::CodeSet plan_end;

/// What a family and the people round it agreed will be different for some children, and for how long it is in force. One mechanism
/// for all kinds: what a kind sets going besides (a period that duties run over, a row of a return) its own slice says (plan_rule.hpp).
/// What is done about it stands in PlanActions, which outlive it where the next plan takes them over.
struct Plan {
    Coded<plan_kind> kind;
    std::optional<Date> agreed_on;
    std::optional<Date> review_by;       ///< As planned; a law's own day is a duty.
    std::optional<Date> reviewed_on;     ///< The latest review after which this plan went on.
    /// Who leads it: the lead practitioner, for a protection plan the lead child protection practitioner (Working Together to Safeguard
    /// Children 2023, chapter 3).
    Link<Worker> lead;
    std::string led_elsewhere;           ///< Somebody of another agency who leads it, by name and job; then `lead` is who answers for it here.
    Link<Plan> after;                    ///< The plan that this one took over from.
    std::string must_be_different;       ///< In one sentence, for every first page that shows the plan.
    Narrative worries;
    Narrative going_well;
    Narrative family_words;
    Narrative if_not_better;
    std::optional<Date> ended;
    Coded<plan_end> ended_because;
    Narrative ended_words;

    // About each child.
    Narrative child_words;
    Narrative what_matters;
    std::optional<Date> last_seen_on;    ///< As it stood when the plan ended.
    std::string why_not_seen;            ///< Where that was longer ago than the council wants.

    [[nodiscard]] bool is_in_force() const { return !ended.has_value(); }
};

}  // namespace steadfast::record::plans

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::plans::Plan>();
