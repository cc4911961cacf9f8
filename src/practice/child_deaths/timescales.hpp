#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which the council came to know of it to the day on which the overview panel was told.
extern const law::Timescale death_notified;
/// From the death to the first plan of police, health and council together, where they must respond together.
extern const law::Timescale joint_agency_response;
/// From the death to the meeting of those who knew the child.
extern const law::Timescale death_review_meeting;

[[nodiscard]] std::vector<record::Duty> duties_of_child_deaths();

}  // namespace steadfast::practice
