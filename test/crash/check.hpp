#pragma once

#include "client.hpp"
#include "ledger/store.hpp"

namespace steadfast::crash {

/// Compares a record with what the client outside wrote down: every acknowledged save is there once and whole with its
/// access line, every failed one is absent, every unknown one is there whole or not at all, and the chain holds.
/// What is wrong, in sentences; empty where nothing is.
[[nodiscard]] std::vector<std::string> differences(ledger::Store& store, const std::map<std::uint64_t, Logged>& log);

}  // namespace steadfast::crash
