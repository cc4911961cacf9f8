#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

[[nodiscard]] std::vector<record::Duty> duties_of_harmful_sexual_behaviour();

}  // namespace steadfast::practice
