#pragma once

#include "ledger/entry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Recorded in error: takes an item off every page, duty and return of whom it was about. Its versions stay for audit.
[[nodiscard]] ledger::Change withdrawal_of(std::string_view type_key, ledger::ItemId item, std::uint32_t starts_from,
                                           std::vector<ledger::SubjectId> subjects, std::string_view because, ledger::WorkerId by);

/// Why it was withdrawn, from the withdrawal's own part; empty where nobody said.
[[nodiscard]] std::string withdrawn_because(const ledger::Part& part);

}  // namespace steadfast::record
