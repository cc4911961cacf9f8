#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"
#include "web/sign_in/one_time_code.hpp"
#include "web/sign_in/seal.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::app {

/// A worker's second factor, as far as a page may know it.
struct SecondFactorStanding {
    Instant since;
    std::size_t recovery_codes_left = 0;
};

/// The codes that workers' authenticator apps show: kept beside the passwords' hashes on the store's shelf of credentials, sealed with a
/// secret that is not in the store, so that a copy of it makes no codes.
///
/// Lock-out: after `wrong_before_waiting` wrong codes in a row no code is taken for a quarter of an hour, and again after each further
/// wrong one. Whoever knows the password has then fewer than 100 guesses a day at one in a million, and nobody is kept out for good.
class SecondFactors {
public:
    SecondFactors(ledger::Store& store, const web::Bytes32& secret) : store_(store), seal_(secret) {}

    static constexpr int wrong_before_waiting = 10;
    static constexpr std::int64_t seconds_of_waiting = 900;

    [[nodiscard]] Result<std::optional<SecondFactorStanding>> standing(ledger::WorkerId worker);
    /// Begins to ask for codes of this secret, once a first one shows that the app has it. Answers with the recovery codes, which are
    /// shown this once. Refused (invalid) for a wrong code; nothing has changed then.
    [[nodiscard]] Result<std::vector<std::string>> set_up(ledger::WorkerId worker, const web::OneTimeSecret& secret, std::string_view code, Instant now);
    /// Takes a code of the app, or a recovery code, once. Refused (invalid) for a wrong one or one that was used, and (unavailable)
    /// while none is taken; each says what to do.
    [[nodiscard]] Result<void> take(ledger::WorkerId worker, std::string_view typed, Instant now);
    /// New recovery codes in place of all that are left.
    [[nodiscard]] Result<std::vector<std::string>> renew_recovery_codes(ledger::WorkerId worker);
    /// Asks this worker for no code any more.
    [[nodiscard]] Result<void> forget(ledger::WorkerId worker);

private:
    struct Kept {
        web::OneTimeSecret secret;
        Instant since;
        std::uint64_t last_step = 0;          ///< Codes of this step and before it were used.
        int wrong_in_a_row = 0;
        Instant last_wrong;
        std::vector<std::string> recovery;    ///< What is kept of each that is left.
    };
    [[nodiscard]] Result<std::optional<Kept>> kept(ledger::WorkerId worker);
    [[nodiscard]] Result<void> keep(ledger::WorkerId worker, const Kept& kept);

    ledger::Store& store_;
    web::Seal seal_;
    std::mutex one_at_a_time_;   ///< So that one code is taken once, however many send it together.
};

/// The same without the secret, which no command has: for somebody who has lost phone and recovery codes, once it is known who they are.
/// False where there was none.
[[nodiscard]] Result<bool> take_off_second_factor(ledger::Store& store, ledger::WorkerId worker);

}  // namespace steadfast::app
