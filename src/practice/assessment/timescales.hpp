#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

/// From the day of the referral to the day on which the assessment was authorised as complete.
extern const law::Timescale child_and_family_assessment;

}  // namespace steadfast::practice
