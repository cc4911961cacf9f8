#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// What an ID token must say to be taken (OpenID Connect Core 1.0, section 3.1.3.7).
struct IdTokenTerms {
    std::string issuer;
    std::string client;   ///< Us, as the provider knows us.
    std::string nonce;    ///< What we sent along, so that no token of another sign-in is taken.
    Instant now;
};

/// What it said, once its signature and all of the above were found right.
struct IdClaims {
    std::string subject;      ///< Who it is, at that provider, for ever.
    std::string json;         ///< Every claim.

    /// A claim that is a text; none otherwise.
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    /// A claim that is true or false; none otherwise.
    [[nodiscard]] std::optional<bool> truth(std::string_view name) const;
};

/// Takes a token that one of these keys signed: RS, PS or ES with SHA-256, 384 or 512, never "none" and never a shared secret.
/// @param keys the provider's JSON Web Key Set.
/// Refused (not_allowed) with what was wrong, for the log; (not_found) where no key of the set has signed it: the set may be old.
[[nodiscard]] Result<IdClaims> read_id_token(std::string_view token, std::string_view keys, const IdTokenTerms& terms);

constexpr std::int64_t seconds_clocks_differ = 60;

}  // namespace steadfast::web
