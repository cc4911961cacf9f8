#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the day on which this council was told that a child with a protection plan moves here to the conference here.
extern const law::Timescale transfer_conference;

[[nodiscard]] std::vector<record::Duty> duties_of_transfers();

}  // namespace steadfast::practice
