#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"
#include "record/drafts/draft.hpp"

#include <string>

namespace steadfast::app {

/// What drafts are encrypted with. It comes from the signing key's file, so that a copy of the store alone, or a backup, opens no draft.
/// Without such a file (a PostgreSQL store and no --key) it is made once and kept on the store's own shelf of settings: drafts then
/// outlive a restart, and whoever has the whole store can read them.
[[nodiscard]] Result<record::DraftSecret> draft_secret(const std::string& key_file, ledger::Store& store);

}  // namespace steadfast::app
