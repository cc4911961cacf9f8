#pragma once

#include "record/duty/period.hpp"

#include <vector>

namespace steadfast::practice {

[[nodiscard]] std::vector<record::Period> periods_of_looked_after();

}  // namespace steadfast::practice
