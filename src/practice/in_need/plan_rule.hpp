#pragma once

#include "record/plans/plan_rule.hpp"
#include "record/record.hpp"

namespace steadfast::practice {

/// What a child in need plan sets going: the time that the census counts begins with the first such plan and ends with the last.
/// The record must outlive it.
[[nodiscard]] record::plans::PlanRule rule_of_child_in_need_plans(record::Record& record);

}  // namespace steadfast::practice
