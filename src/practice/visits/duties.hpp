#pragma once

#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// A visit at which a child was not seen meets none of them: it is recorded, and the duty stays owed.
[[nodiscard]] std::vector<record::Duty> duties_of_visits();

}  // namespace steadfast::practice
