#pragma once

#include "record/meetings/meeting_rule.hpp"
#include "record/plans/plan_rule.hpp"

#include <vector>

namespace steadfast::practice {

/// What strategy discussions, child protection conferences and core groups ask, and what they begin and end: enquiries under section 47,
/// child protection plans and their reviews.
[[nodiscard]] std::vector<record::meetings::MeetingRule> rules_of_protection_meetings();

/// What a child protection plan that is written with the family needs besides: the conference that made it one.
[[nodiscard]] record::plans::PlanRule rule_of_protection_plans();

}  // namespace steadfast::practice
