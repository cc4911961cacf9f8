#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>

namespace steadfast::ledger::postgresql {

/// A store that is only read must be there, of a version that this program knows, and not half filled.
/// @param called how the database's own lists name this process
[[nodiscard]] Result<void> check_before_reading(const std::string& address, const std::string& called);

/// A copy of the database that lags, or one that is being filled, must not pass for the record as it is. While it is filled it
/// has no indexes, so even a look at its end would read the whole.
[[nodiscard]] Result<void> check_while_following(std::int64_t seconds_behind, bool is_being_filled);

}  // namespace steadfast::ledger::postgresql
