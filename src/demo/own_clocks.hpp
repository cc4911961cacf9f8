#pragma once

#include "demo/case.hpp"

namespace steadfast::demo {

/// The few who care for somebody, have short breaks, came at 16 without a home, or of whom somebody who works with children is said to have
/// harmed them: one of these at most in a family, in its last year. With dice of their own.
void tell_own_clocks(const Case& what);

}  // namespace steadfast::demo
