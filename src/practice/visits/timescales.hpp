#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

// How often a child is to be seen where no law says so. Each council says its own; the figures here are what many use.

/// While a child protection plan is in force, counted from its beginning and then from each visit at which the child was seen.
extern const law::Timescale protection_visit;

/// While a child in need plan is in force, counted in the same way.
extern const law::Timescale in_need_visit;

}  // namespace steadfast::practice
