#pragma once

#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// What an authenticator app and we both know: 160 random bits.
struct OneTimeSecret {
    std::string bytes;
    [[nodiscard]] static OneTimeSecret random();
    /// In base32, as people type it into an app: spaces and case do not matter. None for anything else.
    [[nodiscard]] static std::optional<OneTimeSecret> in_letters(std::string_view letters);
    [[nodiscard]] std::string letters() const;            ///< Without spaces.
    [[nodiscard]] std::string letters_in_groups() const;  ///< "JBSW Y3DP …", to be read and typed.
};

/// Time-based one-time codes as RFC 6238 has them and every app shows them: six digits, a new one every 30 seconds, HMAC-SHA-1.
///
/// The step that a typed code belongs to: the step of `now`, or the one before or after it, for clocks differ. None where the code
/// is of no such step. A step must be taken once only: whoever looked over a shoulder has the same code for a minute.
[[nodiscard]] std::optional<std::uint64_t> step_of_code(const OneTimeSecret& secret, std::string_view typed, Instant now);
[[nodiscard]] std::string code_at(const OneTimeSecret& secret, Instant now);

constexpr std::int64_t seconds_of_a_step = 30;
constexpr unsigned digits_of_a_code = 6;

/// The address that an app reads from a picture: otpauth://totp/…
/// @param service who asks for the code; @param account whose it is.
[[nodiscard]] std::string authenticator_address(std::string_view service, std::string_view account, const OneTimeSecret& secret);

}  // namespace steadfast::web
