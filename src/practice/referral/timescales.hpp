#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

/// From the day on which a referral was received to the day on which somebody decided what to do about it.
extern const law::Timescale referral_decision;

}  // namespace steadfast::practice
