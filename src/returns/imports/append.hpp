#pragma once

#include "record/record.hpp"
#include "returns/judging/plan.hpp"

#include <memory>

namespace steadfast::returns {

/// What was recorded.
struct Appended {
    ledger::ItemId import;
    std::size_t entries = 0;
};

/// Records a plan: the import's own item first, then everything it brings, all under the import's batch and so not shown
/// until the entry that closes it. Whatever goes wrong on the way strikes the batch out, and the record is as it was.
/// A row whose item somebody changed since the plan was judged becomes a question; the plan's counts follow.
/// @param book the one that the plan was judged against
[[nodiscard]] Result<Appended> append(Plan& plan, std::shared_ptr<const record::Book> book, record::Record& record,
                                      ledger::WorkerId by, const Progress& progress);

/// Strikes out imports that were cut short, so that what they changed can be saved again. The server does it when it
/// opens a record, and every import before it begins.
/// @return how many there were
[[nodiscard]] Result<std::size_t> strike_out_cut_imports(record::Record& record, ledger::WorkerId by);

}  // namespace steadfast::returns
