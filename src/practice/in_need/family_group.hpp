#pragma once

#include "record/meetings/meeting.hpp"
#include "record/meetings/meeting_rule.hpp"

namespace steadfast::practice {

extern const law::CodeSet family_group_answer;    ///< What the family said to the offer.
extern const law::CodeSet family_plan_accepted;   ///< Whether the family's own plan is safe enough to be gone by.

/// That a family was offered to make its own plan with everybody who belongs to it: family group decision-making (Working Together to
/// Safeguard Children 2023). An offer that nobody answered, and one that was declined, stand on the record like one that was taken up.
struct FamilyGroupOffer {
    std::optional<Date> offered_on;
    std::string offered_to;
    record::Narrative why_now;
    std::string coordinator;  ///< Independent of whoever works with the family.
    record::Coded<family_group_answer> answer;
    std::optional<Date> answered_on;
    record::Narrative answer_words;  ///< In the family's own words.
};

/// The plan that a family made when it met, in its own words.
struct FamilyPlan {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;  ///< The day of the meeting.
    record::Narrative plan;
    record::Narrative who_helps;
    record::Coded<family_plan_accepted> accepted;
    record::Narrative accepted_why;
    std::optional<Date> looked_at_again_by;

    // About each child.
    record::Narrative child_in_plan;  ///< What the plan says of this child, and what the child says of it.
};

[[nodiscard]] record::meetings::MeetingRule rule_of_family_group_meetings();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::FamilyGroupOffer>();
template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::FamilyPlan>();
