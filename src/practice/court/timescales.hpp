#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the issue of an application for a care or supervision order to its end.
extern const law::Timescale care_proceedings;

[[nodiscard]] std::vector<record::Duty> duties_of_court();

}  // namespace steadfast::practice
