#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the referral to the conference at which it is heard.
extern const law::Timescale marac_heard;

[[nodiscard]] std::vector<record::Duty> duties_of_domestic_abuse();

}  // namespace steadfast::practice
