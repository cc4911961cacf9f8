#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which a worker was given the child, again and again while they work with them.
extern const law::Timescale case_supervised;
/// From the day on which a reviewing officer first challenged something to the day on which it was settled, however far it was taken.
extern const law::Timescale challenge_settled;

[[nodiscard]] std::vector<record::Duty> duties_of_oversight();

}  // namespace steadfast::practice
