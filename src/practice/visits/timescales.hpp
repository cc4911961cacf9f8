#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

// How often a child is to be seen where no law says so. Each council says its own; the figures here are what many use.

/// While a child protection plan is in force, counted from its beginning and then from each visit at which the child was seen.
extern const law::Timescale protection_visit;

/// While a child in need plan is in force, counted in the same way.
extern const law::Timescale in_need_visit;

// And what the law says itself.

/// From the day on which the council came to know of private fostering, for as long as it lasts.
extern const law::Timescale private_fostering_visit;

/// From notice of private fostering that is yet to begin.
extern const law::Timescale private_fostering_first_visit;

/// While short breaks are given under section 20, from the first stay.
extern const law::Timescale short_break_visit;

}  // namespace steadfast::practice
