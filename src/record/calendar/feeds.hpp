#pragma once

#include "ledger/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::record::calendar {

/// The address at which a worker's own calendar is fetched, at most one for each. Whoever has the address has the calendar, so only its
/// hash is kept, on the store's shelf of settings: a copy of the store gives none away.
class Feeds {
public:
    /// The store must outlive it.
    explicit Feeds(ledger::Store& store) : store_(store) {}

    /// A fresh secret for the address; the one before, if any, opens nothing from now on. Said once and never again.
    [[nodiscard]] Result<std::string> make(ledger::WorkerId worker, Instant now);
    /// The address opens nothing from now on.
    [[nodiscard]] Result<void> stop(ledger::WorkerId worker);
    /// Since when they have one; none where they have none.
    [[nodiscard]] Result<std::optional<Instant>> made(ledger::WorkerId worker) const;
    /// Whose calendar an address opens; none for any other text.
    [[nodiscard]] Result<std::optional<ledger::WorkerId>> whose(std::string_view secret) const;

private:
    ledger::Store& store_;
};

}  // namespace steadfast::record::calendar
