#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From coming to the council to somewhere safe to sleep.
extern const law::Timescale homeless_safe_place;
/// From coming to the council to the offer of an advocate.
extern const law::Timescale homeless_advocate;
/// From coming to the council to the end of the assessment.
extern const law::Timescale homeless_assessed;

[[nodiscard]] std::vector<record::Duty> duties_of_homeless();

}  // namespace steadfast::practice
