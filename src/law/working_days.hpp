#pragma once

#include "base/date.hpp"

namespace steadfast::law {

/// A day that is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales:
/// Care Planning, Placement and Case Review (England) Regulations 2010, regulation 2. Allocates nothing.
[[nodiscard]] bool is_working_day(Date day);

/// The day on which that many working days have gone by. The day itself does not count, so one working day from a
/// Friday, a Saturday or a Sunday is the Monday. A negative count goes back; zero is the day itself.
[[nodiscard]] Date add_working_days(Date day, int count);

/// How many working days come after `from`, up to and with `to`: negative where `to` is the earlier, so that
/// working_days_between(day, add_working_days(day, n)) == n.
[[nodiscard]] int working_days_between(Date from, Date to);

}  // namespace steadfast::law
