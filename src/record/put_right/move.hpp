#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"

#include <string_view>

namespace steadfast::record {

/// Puts an item that was recorded on the wrong child onto the right one: the versions before it are from then on for information
/// governance alone. Everything that it says goes along, what was said about the wrong child alone as what is said about the right one.
/// Refused (invalid) where the item is not about the wrong child, or is about the right one already.
/// @param latest the item's latest entry, whole. @param because kept with the new version.
[[nodiscard]] Result<ledger::Change> move_of(const ledger::Entry& latest, ledger::SubjectId wrong, ledger::SubjectId right, std::string_view because,
                                             ledger::WorkerId by);

}  // namespace steadfast::record
