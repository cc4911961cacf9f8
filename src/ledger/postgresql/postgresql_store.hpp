#pragma once

#include "ledger/store.hpp"

#include <chrono>

namespace steadfast::ledger {

/// What a writer waits for.
struct WriterTerms {
    /// How long a save looks for its own outcome when the connection dies in the middle of the commit: long enough for a
    /// failover. After that it says that the outcome is not known.
    std::chrono::seconds patience{60};
    MayWait may_wait = {};   ///< While another process writes: unset, it is refused at once.
};

/// Opens a store in a PostgreSQL 15 database. The address is a libpq URI and is handed through: several hosts,
/// target_session_attrs=read-write, TLS and search_path (through `options`) mean what libpq says they mean.
///
/// Read-only leaves the chain, the shelves and the signed heads alone; lines of the access log are still written, since
/// whoever follows may show pages too.
[[nodiscard]] Result<std::unique_ptr<Store>> open_postgresql_store(std::string_view address, Mode mode, const WriterTerms& terms = {});

}  // namespace steadfast::ledger
