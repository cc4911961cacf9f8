#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which the council came to know of it to the day on which it told those whom the law names.
extern const law::Timescale incident_notified;
/// From the same day to the one on which the safeguarding partners' rapid review went to the Panel.
extern const law::Timescale rapid_review;

[[nodiscard]] std::vector<record::Duty> duties_of_serious_incidents();

}  // namespace steadfast::practice
