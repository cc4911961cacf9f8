#pragma once

#include "returns/judging/plan.hpp"

#include <filesystem>
#include <string>

namespace steadfast::returns {

/// The reconciliation by table as a plain-text table: read, new, changed, unchanged, said twice, left out, gone, rejected,
/// waiting for a person; then the sums.
[[nodiscard]] std::string reconciliation_of(const Plan& plan);

/// Everything that was found in the files, as CSV (UTF-8, CRLF): outcome, file, line, character, table, column, what was given, why.
/// Cells that a spreadsheet would take for a formula begin with an apostrophe.
[[nodiscard]] std::string findings_as_csv(const Plan& plan);

/// Writes the findings beside and then in place of `file`, so that a cut write leaves no half list. Only its owner may read it.
[[nodiscard]] Result<void> write_findings(const Plan& plan, const std::filesystem::path& file);

}  // namespace steadfast::returns
