#pragma once

#include "record/record.hpp"
#include "returns/imports/append.hpp"
#include "returns/judging/plan.hpp"

#include <optional>

namespace steadfast::returns {

enum class RunAs { import, dry_run };   ///< A dry run judges everything and records nothing.

/// What an import did, or would have done.
struct Imported {
    Plan plan;
    std::optional<Appended> appended;   ///< None where it was a dry run or there was nothing to record.

    /// Whether a person should look at the findings: something was rejected or waits.
    [[nodiscard]] bool has_findings() const;
};

/// Reads a council's own statutory files, judges them whole against the record and, unless it is a dry run, records what
/// they bring: all of it or, where it is refused, none.
[[nodiscard]] Result<Imported> import_return(record::Record& record, ImportOrder order, ledger::WorkerId by, RunAs run);

}  // namespace steadfast::returns
