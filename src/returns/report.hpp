#pragma once

#include "returns/judging/plan.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::returns {

/// The reconciliation by table as a plain-text table: read, new, changed, unchanged, said twice, left out, gone, rejected,
/// waiting for a person; then the sums.
[[nodiscard]] std::string reconciliation_of(const Plan& plan);

/// A line of a reconciliation, read back.
struct ReconciledTable {
    std::string table;   ///< As the return names it; "in all" is the sums, and comes last.
    TableCounts counts;
};
/// Reads what reconciliation_of wrote; what is no such line is passed over.
[[nodiscard]] std::vector<ReconciledTable> read_reconciliation(std::string_view text);

/// Everything that was found in the files, as CSV (UTF-8, CRLF): outcome, file, line, character, table, column, what was given, why.
/// Cells that a spreadsheet would take for a formula begin with an apostrophe.
[[nodiscard]] std::string findings_as_csv(const Plan& plan);

/// Writes the findings beside and then in place of `file`, so that a cut write leaves no half list. Only its owner may read it.
[[nodiscard]] Result<void> write_findings(const Plan& plan, const std::filesystem::path& file);

}  // namespace steadfast::returns
