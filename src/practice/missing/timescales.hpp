#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

extern const law::Timescale return_interview_held;

/// What is owed after a child came back.
[[nodiscard]] std::vector<record::Duty> duties_of_missing();

}  // namespace steadfast::practice
