#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// By the day that whoever plans it named.
extern const law::Timescale transition_assessed;

[[nodiscard]] std::vector<record::Duty> duties_of_transition();

}  // namespace steadfast::practice
