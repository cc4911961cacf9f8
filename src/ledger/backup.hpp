#pragma once

#include "ledger/destruction_register.hpp"
#include "ledger/documents.hpp"
#include "ledger/store.hpp"
#include "ledger/verify.hpp"

#include <functional>
#include <string>
#include <vector>

namespace steadfast::ledger {

/// The documents that a store's entries name. Which fields name one is not the ledger's business.
using NamedDocuments = std::function<Result<std::vector<DocumentId>>(Store&)>;

/// Copies a record into one new SQLite file: entries up to the last at the start, the access log, signed heads and the
/// shelves (sessions are left behind). Documents stand in a second file beside it, PATH-documents, where there are any.
/// It may be in use meanwhile. The file appears under its name only when it is whole and on the disk, its documents before it.
/// Refused (invalid) where there is a file of either name already.
///
/// The signing key, the anchor and the register of destructions are kept apart and are not in it.
/// @param named which documents to copy: those that the copied entries name. Without it, all that are there.
[[nodiscard]] Result<Head> back_up(Store& record, const std::string& path, Instant now, const Progress& progress = {}, const NamedDocuments& named = {});

struct Restored {
    Head head;
    std::size_t destroyed_again = 0;   ///< Entries that lost parts because the register says so.
    std::size_t documents = 0;
};

/// Fills an empty store, of either kind, from a backup. The backup is verified first, against everything that is given;
/// what the register orders never reaches the new store. Refused (invalid) where the store holds anything, where the
/// backup is not sound (the first finding is named), or where the register speaks of other entries than the backup has.
/// @param named asked of the new store when its entries are there: documents that only destroyed parts named don't come back.
[[nodiscard]] Result<Restored> restore(const std::string& path, Store& into, DestructionRegister& written, HeldAgainst against,
                                       const Progress& progress = {}, const NamedDocuments& named = {});

}  // namespace steadfast::ledger
