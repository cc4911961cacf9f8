#pragma once

#include "base/result.hpp"
#include "ledger/documents.hpp"
#include "ledger/store.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace steadfast::record::documents {

/// The files that a store's entries name, earlier versions and what was withdrawn included: what a backup copies. What was
/// destroyed names nothing any more.
[[nodiscard]] Result<std::vector<ledger::DocumentId>> named_files(ledger::Store& store);

/// Every file that an entry names and that is missing, or is not the one that was kept, in a sentence with the entry's number.
/// Reads all of them.
[[nodiscard]] Result<std::vector<std::string>> check_files(ledger::Store& store);

enum class LookAt : std::uint8_t {
    unnamed,   ///< What was never noted as named: the rest of uploads that were not saved.
    all,       ///< Also what was: after a lawful destruction, whose entries name nothing any more.
};
/// Takes away what no entry names: of what was never noted as named only what was kept before an instant, since a save may be on its
/// way. How many went.
[[nodiscard]] Result<std::size_t> remove_left_over_files(ledger::Store& store, Instant kept_before, LookAt which);

/// Notes that a saved entry names a file, so that nobody looks for it among what is left over.
void note_named(ledger::Documents& kept, const std::vector<std::string>& kept_as);

}  // namespace steadfast::record::documents
