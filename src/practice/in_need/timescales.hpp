#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// While a child in need plan is in force, from its beginning and then from each child in need meeting to the next. Each council says its own.
extern const law::Timescale in_need_reviewed;

[[nodiscard]] std::vector<record::Duty> duties_of_in_need();

}  // namespace steadfast::practice
