#pragma once

#include "record/duty/period.hpp"

#include <vector>

namespace steadfast::practice {

[[nodiscard]] std::vector<record::Period> periods_of_referral();

}  // namespace steadfast::practice
