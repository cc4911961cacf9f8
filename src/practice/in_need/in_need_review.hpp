#pragma once

#include "record/meetings/meeting.hpp"
#include "record/meetings/meeting_rule.hpp"

namespace steadfast::practice {

extern const law::CodeSet in_need_review_outcome;   ///< What a child in need meeting thinks of one child's help.

/// What a child in need meeting found when it looked at the plan again, and what is right for each child from here.
struct InNeedReview {
    record::Link<record::meetings::Meeting> meeting;
    std::optional<Date> decided_on;          ///< The day of the meeting.
    record::Narrative different_now;

    // About each child.
    record::Coded<in_need_review_outcome> outcome;
    record::Narrative because;
};

/// How a child in need meeting is held. It ends nothing by itself: the plan ends on a page of its own, which asks when each child was seen.
[[nodiscard]] record::meetings::MeetingRule rule_of_child_in_need_meetings();

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::InNeedReview>();
