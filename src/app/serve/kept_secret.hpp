#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace steadfast::app {

/// What is encrypted with a secret of its own.
enum class KeptSecret : std::uint8_t {
    drafts,   ///< What people have typed and not saved.
    codes,    ///< What workers' authenticator apps and we both know.
    counts,   ///< From which addresses the public form was sent.
};

/// The secret for one purpose. It comes from the signing key's file, so that a copy of the store alone, or a backup, opens nothing.
/// Without such a file (a PostgreSQL store and no --key) it is made once and kept on the store's own shelf of settings: what it
/// encrypts then outlives a restart, and whoever has the whole store can read it.
[[nodiscard]] Result<std::array<std::uint8_t, 32>> kept_secret(KeptSecret what, const std::string& key_file, ledger::Store& store);

}  // namespace steadfast::app
