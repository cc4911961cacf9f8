#pragma once

#include "returns/imports/asked_row.hpp"

#include <vector>

namespace steadfast::returns {

/// What taking a row would record, now that a person has said that the file is right. Refuses a row whose child stands twice in
/// the record, a row whose referral or plan waits itself, and what has left the record meanwhile.
[[nodiscard]] Result<std::vector<ledger::Change>> changes_of_taking(record::Record& record, const AskedRow& row, ledger::WorkerId by);

}  // namespace steadfast::returns
