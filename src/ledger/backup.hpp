#pragma once

#include "ledger/destruction_register.hpp"
#include "ledger/store.hpp"
#include "ledger/verify.hpp"

#include <string>

namespace steadfast::ledger {

/// Copies a record into one new SQLite file: entries up to the last at the start, the access log, signed heads and the
/// shelves (sessions are left behind). It may be in use meanwhile. The file appears under its name only when it is whole
/// and on the disk. Refused (invalid) where there is a file of that name already.
///
/// The signing key, the anchor and the register of destructions are kept apart and are not in it.
[[nodiscard]] Result<Head> back_up(Store& record, const std::string& path, Instant now, const Progress& progress = {});

struct Restored {
    Head head;
    std::size_t destroyed_again = 0;   ///< Entries that lost parts because the register says so.
};

/// Fills an empty store, of either kind, from a backup. The backup is verified first, against everything that is given;
/// what the register orders never reaches the new store. Refused (invalid) where the store holds anything, where the
/// backup is not sound (the first finding is named), or where the register speaks of other entries than the backup has.
[[nodiscard]] Result<Restored> restore(const std::string& path, Store& into, DestructionRegister& written, HeldAgainst against,
                                       const Progress& progress = {});

}  // namespace steadfast::ledger
