#pragma once

#include "record/meetings/meeting.hpp"
#include "record/meetings/meeting_rule.hpp"

namespace steadfast::practice {

extern const law::CodeSet early_help_review_outcome;   ///< What a team around the family thinks of one child's help.

/// What a team around the family found when it met: whether it looked at the plan, and what it thinks of each child's help.
struct EarlyHelpReview {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;          ///< The day of the meeting.
    std::optional<bool> plan_reviewed;
    record::Narrative different_now;

    // About each child.
    record::Coded<early_help_review_outcome> outcome;
    record::Narrative because;
};

/// How a team around the family meets. It begins and ends nothing by itself: the page says what the lead practitioner does next.
[[nodiscard]] record::meetings::MeetingRule rule_of_teams_around_families();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::EarlyHelpReview>();
