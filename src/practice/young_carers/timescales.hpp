#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which they asked, or it appeared to the council, to the end of the assessment.
extern const law::Timescale young_carer_assessed;

[[nodiscard]] std::vector<record::Duty> duties_of_young_carers();

}  // namespace steadfast::practice
