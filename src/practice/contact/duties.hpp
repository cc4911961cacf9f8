#pragma once

#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

[[nodiscard]] std::vector<record::Duty> duties_of_contact();

}  // namespace steadfast::practice
