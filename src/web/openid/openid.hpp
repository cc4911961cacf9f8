#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/fields.hpp"
#include "web/link.hpp"
#include "web/openid/fetch.hpp"
#include "web/openid/id_token.hpp"
#include "web/sign_in/seal.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// An organisation's own sign-in, and how it knows us.
struct OpenIdTerms {
    std::string issuer;          ///< "https://login.example/realm": what its discovery document says too, letter for letter.
    std::string client;          ///< Our name there…
    std::string client_secret;   ///< …and what shows that it is us.
    std::string claim = "preferred_username";   ///< Which claim tells us the name that somebody signs in with here.
    std::string our_address;     ///< "https://steadfast.example": where browsers find us.

    [[nodiscard]] bool is_used() const { return !issuer.empty(); }
    /// Where the provider sends people back to; it must be registered there.
    [[nodiscard]] std::string comes_back_to() const { return our_address + "/sign-in/openid"; }
};

/// Refuses terms that can't work, with what to put right.
[[nodiscard]] Result<void> check_openid_terms(const OpenIdTerms& terms);

/// Signing in at an organisation's own provider: OpenID Connect's code flow with PKCE (RFC 7636, S256), state and nonce.
class OpenId {
public:
    /// @param ask for tests; otherwise `fetch`.
    explicit OpenId(OpenIdTerms terms, Fetch ask = fetch) : terms_(std::move(terms)), ask_(std::move(ask)), seal_(random_bytes32()) {}

    struct Begun {
        Link go_to;          ///< The provider's page.
        std::string kept;    ///< Goes into a cookie of this browser for ten minutes: without it nobody can finish.
    };
    /// @param next where to go in the end. Refused (unavailable) while the provider can't be asked.
    [[nodiscard]] Result<Begun> begin(std::string_view next, Instant now);

    struct Finished {
        std::string issuer;
        std::string subject;
        std::string name;    ///< What the claim says.
        std::string next;
    };
    /// @param query what the provider sent the browser back with. Refused with words for the person; `trouble` of the last refusal says
    /// more, for the log.
    [[nodiscard]] Result<Finished> finish(const Fields& query, std::string_view kept, Instant now);

    static constexpr std::int64_t seconds_to_finish = 600;

private:
    struct Provider {
        std::string authorization;
        std::string token;
        std::string keys_at;
        std::string user_info;
        std::string keys;
    };
    struct Flow {
        std::string state, nonce, verifier, next;
    };
    [[nodiscard]] Result<Provider> provider();
    [[nodiscard]] Result<Provider> discovered();
    [[nodiscard]] Result<std::string> keys_of(const Provider& provider);
    [[nodiscard]] std::optional<Flow> flow_in(std::string_view kept, Instant now) const;
    struct Tokens {
        std::string id, access;
    };
    [[nodiscard]] Result<Tokens> tokens_for(std::string_view code, const Flow& flow, const Provider& provider);
    [[nodiscard]] Result<IdClaims> claims_in(const std::string& id_token, const Flow& flow, Provider provider, Instant now);
    [[nodiscard]] Result<std::string> name_in(const IdClaims& claims, const Tokens& tokens, const Provider& provider);

    OpenIdTerms terms_;
    Fetch ask_;
    Seal seal_;
    std::mutex mutex_;
    std::optional<Provider> known_;
};

}  // namespace steadfast::web
