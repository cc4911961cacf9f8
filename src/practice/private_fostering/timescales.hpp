#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which the council came to know of it to its decision on whether it is suitable.
extern const law::Timescale private_fostering_decision;

[[nodiscard]] std::vector<record::Period> periods_of_private_fostering();
[[nodiscard]] std::vector<record::Duty> duties_of_private_fostering();

}  // namespace steadfast::practice
