#include "practice/protection/meeting_rules.hpp"

#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/conference_decision.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/strategy_decision.hpp"
#include "practice/protection/timescales.hpp"
#include "practice/protection/under_way.hpp"
#include "record/item/form.hpp"
#include "record/pages/saving.hpp"
#include "record/referrals/open_referral.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using record::Record;
using record::SeenBook;
using record::SeenChild;
using record::meetings::HeldMeeting;
using record::meetings::Invited;
using record::pages::NewValue;
using record::type_of;
using Changes = std::vector<ledger::Change>;
using Sentences = std::vector<std::string>;

constexpr std::string_view working_together = "Working Together to Safeguard Children (2023), chapter 3";

/// What the outcome says of one of the meeting's children.
template <class Decision>
Decision decided_for(const HeldMeeting& meeting, std::size_t child) {
    return meeting.outcome && child < meeting.outcome->about.size() ? type_of<Decision>().template item_from<Decision>(meeting.outcome->about[child].values) : Decision();
}

bool was_somebody_there(const HeldMeeting& meeting, const std::function<bool(const record::meetings::Invitation&)>& fits) {
    return std::any_of(meeting.invited.begin(), meeting.invited.end(), [&fits](const Invited& one) { return one.invitation.was_there() && fits(one.invitation); });
}

bool is_of_health(const record::meetings::Invitation& invitation) {
    constexpr std::array<std::string_view, 7> health{"gp", "health_visitor", "school_nurse", "midwife", "paediatrician", "mental_health", "other_health"};
    return std::any_of(health.begin(), health.end(), [&invitation](std::string_view kind) { return invitation.agency.is(kind); });
}

/// A new item unless this meeting began it already, or somebody took what it began off the child.
template <class T>
void begin(const SeenBook& book, const HeldMeeting& meeting, const SeenChild& child, const T& value, Changes& changes) {
    const ledger::ItemId id = record::item_begun_by(meeting.id, child.id);
    if (!book.book().find(id)) changes.push_back(record::change_of(value, id, 0, {child.id}, book.viewer().worker));
}

Result<void> amend(Record& record, const SeenBook& book, const record::Found& found, const std::vector<NewValue>& values, Changes& changes) {
    auto change = record::pages::with_values(record, book.book(), found, values, book.viewer().worker);
    if (!change) return refuse(change.error());
    changes.push_back(std::move(*change));
    return {};
}

// --- strategy discussion ---

bool leads_to_enquiry(const StrategyDecision& decision) { return decision.outcome.is("enquiry_joint") || decision.outcome.is("enquiry_single"); }

Result<Changes> begin_enquiries(Record&, const SeenBook& book, const HeldMeeting& meeting) {
    Changes changes;
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        if (!leads_to_enquiry(decided_for<StrategyDecision>(meeting, i)) || enquiry_under_way(book, meeting.children[i], meeting.held_on)) continue;
        Section47Enquiry enquiry;
        enquiry.referral.item = record::open_referral(book, meeting.children[i]);
        enquiry.began = meeting.held_on;
        enquiry.conference_due = initial_conference.steps.at(1)->limit.from(meeting.held_on);
        begin(book, meeting, meeting.children[i], enquiry, changes);
    }
    return changes;
}

Sentences strategy_to_put_right(const SeenBook& book, const HeldMeeting& meeting) {
    Sentences says;
    if (!was_somebody_there(meeting, [](const auto& one) { return one.agency.is("police"); })) says.emplace_back("Nobody from the police is recorded as having been there.");
    if (!was_somebody_there(meeting, is_of_health)) says.emplace_back("Nobody from health is recorded as having been there.");
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const SeenChild& child = meeting.children[i];
        const bool is_begun = enquiry_under_way(book, child, meeting.held_on).has_value();
        const bool leads = leads_to_enquiry(decided_for<StrategyDecision>(meeting, i));
        const auto begun = book.book().find(record::item_begun_by(meeting.id, child.id));
        if (leads && record::open_referral(book, child).is_none()) says.push_back(fmt::format("{} has no open referral, so the census does not count this enquiry. Record the referral that it answers.", child.name));
        if (!leads && is_begun && begun && !begun->head().has(record::RowHead::withdrawn))
            says.push_back(fmt::format("An enquiry that this discussion began for {} is still on record. If it was not decided, take it off {}'s record.", child.name, child.name));
    }
    return says;
}

// --- initial conference ---

void check_initial_conference(const HeldMeeting& meeting, web::FieldErrors& errors) {
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const auto decision = decided_for<InitialConferenceDecision>(meeting, i);
        if (decision.outcome.is("plan") && !decision.category.is_recorded())
            errors.add(record::input_about(meeting.children[i].id, "initial_conference_category"), fmt::format("Choose the category of {}'s plan", meeting.children[i].name));
    }
}

Result<Changes> begin_protection_plans(Record& record, const SeenBook& book, const HeldMeeting& meeting) {
    Changes changes;
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const SeenChild& child = meeting.children[i];
        const auto decision = decided_for<InitialConferenceDecision>(meeting, i);
        if (const auto enquiry = enquiry_under_way(book, child, meeting.held_on))
            if (auto amended = amend(record, book, *enquiry, {{"conference_on", meeting.held_on}}, changes); !amended) return refuse(amended.error());
        if (!decision.outcome.is("plan") || protection_plan_in_force(book, child)) continue;
        ChildProtectionPlan plan;
        plan.referral.item = record::open_referral(book, child);
        plan.began = meeting.held_on;
        plan.first_category = plan.latest_category = decision.category;
        plan.earlier_plans = earlier_protection_plans(book, child);
        begin(book, meeting, child, plan, changes);
    }
    return changes;
}

Sentences initial_conference_to_put_right(const SeenBook& book, const HeldMeeting& meeting) {
    Sentences says;
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const SeenChild& child = meeting.children[i];
        const bool is_on_plan = protection_plan_in_force(book, child).has_value();
        const auto decision = decided_for<InitialConferenceDecision>(meeting, i);
        if (decision.outcome.is("plan") && record::open_referral(book, child).is_none())
            says.push_back(fmt::format("{} has no open referral, so the census does not count this plan. Record the referral that it answers.", child.name));
        if (decision.outcome.is_recorded() && !decision.outcome.is("plan") && is_on_plan)
            says.push_back(fmt::format("{} has a child protection plan in force. A review conference ends it; if none was decided, take it off {}'s record.", child.name, child.name));
    }
    return says;
}

// --- review conference ---

Result<Changes> review_protection_plans(Record& record, const SeenBook& book, const HeldMeeting& meeting) {
    Changes changes;
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const auto plan = protection_plan_in_force(book, meeting.children[i]);
        if (!plan) continue;
        const auto decision = decided_for<ReviewConferenceDecision>(meeting, i);
        ProtectionPlanReview review;
        review.plan.item = book.book().item_id(*plan);
        review.held_on = meeting.held_on;
        begin(book, meeting, meeting.children[i], review, changes);
        std::vector<NewValue> values;
        if (decision.category.is_recorded()) values.push_back({"latest_category", decision.category.code});
        if (decision.outcome.is("ends") || decision.outcome.is("ends_in_need")) values.push_back({"ended", meeting.held_on});
        if (values.empty()) continue;
        if (auto amended = amend(record, book, *plan, values, changes); !amended) return refuse(amended.error());
    }
    return changes;
}

Sentences review_to_put_right(const SeenBook& book, const HeldMeeting& meeting) {
    Sentences says;
    for (std::size_t i = 0; i < meeting.children.size(); ++i) {
        const auto decision = decided_for<ReviewConferenceDecision>(meeting, i);
        const bool is_on_plan = protection_plan_in_force(book, meeting.children[i]).has_value();
        if (decision.outcome.is("goes_on") && !is_on_plan) says.push_back(fmt::format("{} has no child protection plan in force.", meeting.children[i].name));
    }
    return says;
}

std::string plan_to_put_right(const SeenBook& book, const SeenChild& child) {
    if (protection_plan_in_force(book, child)) return "";
    return fmt::format("{} is not the subject of a child protection plan: a conference decides that. Record it as a meeting, and its decision begins the plan.", child.name);
}

}  // namespace

std::vector<record::meetings::MeetingRule> rules_of_protection_meetings() {
    return {
        {.kind = "strategy_discussion",
         .guidance = "Children's social care, the police, health and whoever made the referral share what they know and decide together whether there is reasonable cause to "
                     "suspect significant harm, whether enquiries are made and by whom, and what is done today.",
         .source = working_together,
         .outcome = &type_of<StrategyDecision>(),
         .when_held = begin_enquiries,
         .to_put_right = strategy_to_put_right},
        {.kind = "initial_conference",
         .guidance = "The family and all who work with it look at what the enquiry found, and decide whether each child is likely to suffer significant harm and needs a child protection "
                     "plan, who the lead practitioner and the core group are, and what has to be different.",
         .source = working_together,
         .outcome = &type_of<InitialConferenceDecision>(),
         .check = check_initial_conference,
         .when_held = begin_protection_plans,
         .to_put_right = initial_conference_to_put_right},
        {.kind = "review_conference",
         .guidance = "Is the child safer, and what has changed? The conference decides whether each child still needs the plan.",
         .source = working_together,
         .outcome = &type_of<ReviewConferenceDecision>(),
         .when_held = review_protection_plans,
         .to_put_right = review_to_put_right},
        {.kind = "core_group",
         .guidance = "The family and those who do the work under the plan make it detailed, do it and look at what changed.",
         .source = working_together},
    };
}

record::plans::PlanRule rule_of_protection_plans() { return {.kind = "protection", .to_put_right = plan_to_put_right}; }

}  // namespace steadfast::practice
