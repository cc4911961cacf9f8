#pragma once

#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

[[nodiscard]] std::vector<record::Period> periods_of_protection();
[[nodiscard]] std::vector<record::Duty> duties_of_protection();

}  // namespace steadfast::practice
