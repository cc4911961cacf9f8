#pragma once

#include "base/instant.hpp"
#include "ledger/entry.hpp"
#include "web/sign_in/seal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::app {

/// Shows, on the way from the password to the code, whose password was right. It is of this server's life and of ten minutes, and lets
/// nobody in by itself.
class SignInTickets {
public:
    SignInTickets() : seal_(web::random_bytes32()) {}

    static constexpr std::int64_t seconds_of_a_ticket = 600;

    [[nodiscard]] std::string give(ledger::WorkerId worker, Instant now) const;
    /// None where it was not given here, or has run out.
    [[nodiscard]] std::optional<ledger::WorkerId> read(std::string_view ticket, Instant now) const;

private:
    web::Seal seal_;
};

}  // namespace steadfast::app
