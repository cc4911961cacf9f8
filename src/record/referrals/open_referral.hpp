#pragma once

#include "record/access/seen_book.hpp"

namespace steadfast::record {

/// The child's referral that is neither closed nor went without further action: what the census counts of a plan or an enquiry stands
/// under one. None where there is none.
[[nodiscard]] ledger::ItemId open_referral(const SeenBook& book, const SeenChild& child);

/// The id of what something about several children begins for one of them: the same when a form is sent again.
[[nodiscard]] ledger::ItemId item_begun_by(ledger::ItemId by, ledger::SubjectId child);

}  // namespace steadfast::record
