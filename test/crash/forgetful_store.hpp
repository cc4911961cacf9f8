#pragma once

#include "ledger/forwarding_store.hpp"

namespace steadfast::crash {

/// A store that never remembers what was saved under a key: what the ledger would be without its idempotency check.
/// The crash test must notice.
class ForgetfulStore final : public ledger::ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;

    Result<std::vector<std::optional<ledger::Entry>>> saved_under(std::span<const ledger::IdempotencyKey> keys) override {
        return std::vector<std::optional<ledger::Entry>>(keys.size());
    }
};

}  // namespace steadfast::crash
