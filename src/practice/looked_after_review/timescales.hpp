#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

/// From the day on which a child started to be looked after, met by each review on the day it was held, until the
/// child is no longer looked after. A child looked after only in a series of short breaks (regulation 48) is
/// reviewed under other rules, and this is not their duty.
extern const law::Timescale looked_after_review;

}  // namespace steadfast::practice
