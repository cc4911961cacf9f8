#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::letters {

/// One line of a CSV file (RFC 4180), its end included. A cell that a spreadsheet would take for a formula (=, +, -, @, a tab or a
/// line end at its start) gets an apostrophe before it: what somebody wrote in a note must never run on somebody's desk.
/// OWASP, CSV injection.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

/// So that spreadsheets take it for UTF-8.
inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

}  // namespace steadfast::record::letters
