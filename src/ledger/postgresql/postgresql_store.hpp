#pragma once

#include "ledger/store.hpp"

#include <chrono>

namespace steadfast::ledger {

/// Opens a store in a PostgreSQL 15 database. The address is a libpq URI and is handed through: several hosts,
/// target_session_attrs=read-write, TLS and search_path (through `options`) mean what libpq says they mean.
///
/// Read-only leaves the chain, the shelves and the signed heads alone; lines of the access log are still written, since
/// whoever follows shows pages too. `patience` is how long a save looks for its own outcome when the connection dies in
/// the middle of the commit; after that it says that the outcome is not known.
[[nodiscard]] Result<std::unique_ptr<Store>> open_postgresql_store(std::string_view address, Mode mode,
                                                                   std::chrono::seconds patience = std::chrono::seconds(60));

}  // namespace steadfast::ledger
