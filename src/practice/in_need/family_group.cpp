#include "practice/in_need/family_group.hpp"

#include <algorithm>

using steadfast::practice::FamilyGroupOffer;
using steadfast::practice::FamilyPlan;

namespace steadfast::practice {
namespace {

using record::meetings::HeldMeeting;

constexpr law::Code answers[] = {
    {.code = "accepted", .says = "The family wants to meet"},
    {.code = "declined", .says = "The family does not want to"},
    {.code = "not_yet", .says = "The family wants to think about it"},
};
constexpr law::Code acceptances[] = {
    {.code = "yes", .says = "Yes: we go by it"},
    {.code = "in_part", .says = "In part: what is missing is said below"},
    {.code = "no", .says = "No: the children would not be safe"},
};

std::vector<std::string> to_put_right(const record::SeenBook&, const HeldMeeting& meeting) {
    std::vector<std::string> says;
    const auto family = std::ranges::count_if(meeting.invited, [](const auto& one) {
        return one.invitation.was_there() && (one.invitation.standing.is("family") || one.invitation.standing.is("child"));
    });
    if (family < 2) says.emplace_back("Fewer than two of the family are recorded as having been there. It is their meeting.");
    const auto plan =
        meeting.outcome ? record::type_of<FamilyPlan>().item_from<FamilyPlan>(meeting.outcome->values) : FamilyPlan();
    if (plan.plan.text.empty()) says.emplace_back("The family's plan is not written down.");
    return says;
}

}  // namespace

constinit const law::CodeSet family_group_answer{"family_group_answer", "Answer to an offer of family group decision-making",
                                                 "Steadfast", answers};
constinit const law::CodeSet family_plan_accepted{"family_plan_accepted", "Whether a family's plan is gone by", "Steadfast",
                                                  acceptances};

record::meetings::MeetingRule rule_of_family_group_meetings() {
    return {
        .kind = "family_group_meeting",
        .guidance =
            "The family hears what worries us, has time alone, and makes its own plan. Whoever coordinates it is independent. A plan that keeps the children safe is what we go by.",
        .source = "Working Together to Safeguard Children (2023), chapter 1 and chapter 3",
        .outcome = &record::type_of<FamilyPlan>(),
        .to_put_right = to_put_right};
}

}  // namespace steadfast::practice

namespace steadfast::record {

// No law in force says when it has to be offered: the family meeting before proceedings (Children Act 1989, section 31ZA, put in by the
// Children's Wellbeing and Schools Act 2026) waits for its day. So there is a record of it and no clock.
template <>
const ItemType& type_of<FamilyGroupOffer>() {
    static const ItemType type(
        {.key = "family_group_offer",
         .name = "Family group decision-making offered",
         .plural = "Offers of family group decision-making",
         .happened = "offered_on",
         .ended = "",
         .summary = {"offered_to", "answer"}},
        {
            field<&FamilyGroupOffer::offered_on>("offered_on", "Offered on").required(),
            field<&FamilyGroupOffer::offered_to>("offered_to", "Offered to").with_hint("Who in the family was asked"),
            field<&FamilyGroupOffer::why_now>("why_now", "Why now"),
            field<&FamilyGroupOffer::coordinator>("coordinator", "Who would coordinate it")
                .with_hint("Somebody who does not work with the family otherwise"),
            field<&FamilyGroupOffer::answer>("answer", "What they said"),
            field<&FamilyGroupOffer::answered_on>("answered_on", "When they said so").not_before_the("offered_on"),
            field<&FamilyGroupOffer::answer_words>("answer_words", "In their own words"),
        });
    return type;
}

template <>
const ItemType& type_of<FamilyPlan>() {
    static const ItemType type(
        {.key = "family_plan",
         .name = "Family's own plan",
         .plural = "Families' own plans",
         .happened = "decided_on",
         .ended = "",
         .summary = {"accepted"},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&FamilyPlan::meeting>("meeting", "Meeting"),
            field<&FamilyPlan::decided_on>("decided_on", "Decided on"),
            field<&FamilyPlan::plan>("plan", "The family's plan").with_hint("In their own words"),
            field<&FamilyPlan::who_helps>("who_helps", "Who in the family does what, and what they ask of us"),
            field<&FamilyPlan::accepted>("accepted", "Is it safe enough to go by?"),
            field<&FamilyPlan::accepted_why>("accepted_why", "Why, and what is missing"),
            field<&FamilyPlan::looked_at_again_by>("looked_at_again_by", "Looked at again by"),
            field<&FamilyPlan::child_in_plan>("child_in_plan", "What the plan says of this child, and what the child says of it")
                .about_each(),
        });
    return type;
}

}  // namespace steadfast::record
