#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"
#include "ledger/store.hpp"

#include <string>
#include <string_view>

namespace steadfast::releases {

/// An entry whole, as one line of JSON: ids, salts and digests in hexadecimal, bodies as the texts they are.
[[nodiscard]] std::string line_of(const ledger::Entry& entry);
[[nodiscard]] Result<ledger::Entry> read_line(std::string_view line);

/// Every entry of a store, a line each.
[[nodiscard]] Result<std::string> lines_of(ledger::Store& store);
/// Appends entries to an empty store exactly as they were recorded.
[[nodiscard]] Result<void> put_lines(std::string_view lines, ledger::Store& store);

}  // namespace steadfast::releases
