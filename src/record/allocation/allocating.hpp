#pragma once

#include "record/allocation/caseloads.hpp"
#include "record/pages/saving.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// Giving some children a worker, as one decision.
struct Allocating {
    std::vector<ledger::SubjectId> children;
    ledger::WorkerId worker;
    ledger::ItemId team;      ///< None: the worker's first team on that day.
    std::string as_what;      ///< A code of allocated_as.
    Date from;
    std::string why;
};

/// The saves that it takes: one new allocation a child; where it is a new allocated worker, the one before ends on that day, and
/// so does the child's waiting in a team. A child who has this worker as this already is left alone.
[[nodiscard]] Result<std::vector<ledger::Change>> changes_of(Record& record, const Visit& visit, const FormKey& key, const Allocating& what);

}  // namespace steadfast::record::pages
