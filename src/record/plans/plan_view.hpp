#pragma once

#include "record/plans/open_plan.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>
#include <vector>

namespace steadfast::record::plans {

/// Somebody whom an action can be given to in one choice.
struct Doer {
    ledger::WorkerId worker;
    std::string says;   ///< "Me", "Tom Reed, allocated worker of Amira".
};

/// The line in which an action is added or changed.
struct ActionForm {
    web::Fields typed;
    web::FieldErrors errors;
    std::vector<Doer> doers;
    std::vector<std::string> outcomes;    ///< Of the plan's other actions, to choose again instead of typing.
    std::vector<SeenChild> children;      ///< Of the plan: which of them it is for. Asked where there are several.
};
/// The inputs alone; the form round them, its key and its button are the page's.
[[nodiscard]] web::Html action_inputs(const ActionForm& form);

/// A plan as it is read: the children's words first, then who does what by when.
struct PlanShown {
    const OpenPlan& plan;
    bool may_record = false;
    std::string form_token;
    std::string key;
    ActionForm add;                        ///< For an action more; shown while the plan is in force and this viewer may write.
    const PromisedAction* just_done = nullptr;
    std::vector<std::string> to_put_right; ///< What stands in the way of counting it, each in a sentence.
    std::string lead;                      ///< "Led by …", in a sentence; empty where it is not recorded.
    std::vector<std::string> went;         ///< Of each of the plan's actions, how it went; empty where nobody said.
    Date today;
};
[[nodiscard]] web::Html plan_view(const PlanShown& shown);

/// "Done: … Undo"; sends back to the first page or to the plan, by `where`.
[[nodiscard]] web::Html done_notice(const PromisedAction& action, const std::string& form_token, const std::string& key, std::string_view where);

/// One action by itself: what came of it, and a way to say so.
struct ActionShown {
    const PromisedAction& action;
    std::string plan_says;                 ///< What has to be different, in the plan's sentence.
    std::string went;
    bool may_record = false;
    std::string form_token;
    std::string key;
    web::Html notice;                      ///< Where a draft stands in the form.
    web::Html keeping;                     ///< What keeps it.
    web::Fields typed;
    web::FieldErrors errors;
    Date today;
};
[[nodiscard]] web::Html action_view(const ActionShown& shown);

/// Every plan about a child.
[[nodiscard]] web::Html plans_view(const std::vector<PlanLine>& plans, const SeenChild& child, bool may_record, Date today);

/// "Led by Tom Reed", or "Led by Ann Lee (school nurse); Tom Reed answers for it here"; empty where it is not recorded.
[[nodiscard]] std::string lead_in_words(const Book& book, const Plan& plan);

/// "Review by Tue 3 March 2026, 4 days late"; empty where no day is set or the plan ended.
[[nodiscard]] std::string review_in_words(const Plan& plan, Date today);

}  // namespace steadfast::record::plans
