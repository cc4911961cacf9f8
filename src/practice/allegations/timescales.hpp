#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which an employer, the police or the council came to know of it to the day on which the designated officer did.
extern const law::Timescale designated_officer_told;
/// From the first discussion, again and again until it is concluded.
extern const law::Timescale allegation_reviewed;
/// From the day on which it was known to its outcome.
extern const law::Timescale allegation_concluded;

[[nodiscard]] std::vector<record::Duty> duties_of_allegations();

}  // namespace steadfast::practice
