#pragma once

#include "ledger/store.hpp"
#include "returns/judging/plan.hpp"

namespace steadfast::returns {

/// Of the digests of a plan's files, whatever their order: the same files have the same.
[[nodiscard]] std::string files_digest_of(const Plan& plan);

/// Reads files whole and judges them against a published Book. Nothing is recorded. A Refusal names the file, and the
/// line where it can.
/// @param store what the Book does not hold is read from it; may be none where the Book holds no import
/// @param today no later date is taken for the return's year
[[nodiscard]] Result<Plan> judge(ImportOrder order, const record::Catalogue& catalogue, const record::Book& book,
                                 ledger::Store* store, Date today);

}  // namespace steadfast::returns
