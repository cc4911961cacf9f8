#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"
#include "web/sign_in/password.hpp"

#include <string>
#include <string_view>

namespace steadfast::app {

/// Passwords' hashes, kept on the store's shelf for them: apart from the record, and never in any entry.
class Credentials {
public:
    Credentials(ledger::Store& store, const web::Passwords& passwords) : store_(store), passwords_(passwords) {}

    /// Refuses a password that is too short, too long or easily guessed. Slow on purpose.
    [[nodiscard]] Result<void> keep(ledger::WorkerId worker, std::string_view sign_in_name, std::string_view password);
    /// Slow on purpose, for a worker without a password too. Renews a hash that was made at another cost.
    [[nodiscard]] Result<bool> are_right(ledger::WorkerId worker, std::string_view password);
    /// As slow, for a name that nobody has.
    void spend_the_same_time(std::string_view password) const { passwords_.verify_nobody(password); }
    [[nodiscard]] Result<void> forget(ledger::WorkerId worker);

    static constexpr std::size_t fewest_letters = 12;

private:
    [[nodiscard]] Result<void> put(ledger::WorkerId worker, std::string_view password);
    ledger::Store& store_;
    const web::Passwords& passwords_;
};

/// Why a password won't do; none where it will.
[[nodiscard]] Result<void> check_password(std::string_view sign_in_name, std::string_view password);

}  // namespace steadfast::app
