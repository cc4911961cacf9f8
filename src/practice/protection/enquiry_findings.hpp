#pragma once

#include "record/decisions/decision_rule.hpp"

namespace steadfast::practice {

/// What follows when a manager agrees to what a section 47 enquiry found of a child: where there is no continuing risk of significant
/// harm no conference is required, which ends the time that the law gives for one; where there is, one is owed (Working Together to
/// Safeguard Children 2023, chapter 3, outcome of section 47 enquiries).
[[nodiscard]] record::decisions::DecisionRule rule_of_enquiry_findings();

}  // namespace steadfast::practice
