#pragma once

#include "base/result.hpp"

#include <string>

namespace steadfast::ledger::postgresql {

/// A store that is only read must be there, of a version that this program knows, and not half filled.
/// @param called how the database's own lists name this process
[[nodiscard]] Result<void> check_before_reading(const std::string& address, const std::string& called);

}  // namespace steadfast::ledger::postgresql
