#include "web/openid/openid.hpp"

#include <fmt/format.h>
#include <simdjson.h>
#include <sodium.h>

#include <array>
#include <charconv>

namespace steadfast::web {
namespace {

constexpr std::string_view purpose = "signing in at the organisation's provider";
constexpr long ok = 200;

tl::unexpected<Refusal> not_there(std::string_view what) {
    return refuse(Refusal::Kind::unavailable, fmt::format("Your organisation's sign-in can't be used just now: {}.", what),
                  "Try again in a while, or sign in with your password here.");
}

tl::unexpected<Refusal> not_taken(std::string_view what) {
    return refuse(Refusal::Kind::not_allowed, fmt::format("Your organisation's sign-in did not let you in: {}.", what), "Start again from the sign-in page.");
}

std::string text_in(const simdjson::dom::element& object, std::string_view name) {
    std::string_view text;
    return object[name].get(text) ? std::string() : std::string(text);
}

std::string sha256_in_letters(std::string_view text) {
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return base64url(hash);
}

/// The fields of a flow are tokens without spaces; `next` comes last and may be anything.
std::string in_one_text(Instant now, std::string_view state, std::string_view nonce, std::string_view verifier, std::string_view next) {
    return fmt::format("{} {} {} {} {}", now.seconds(), state, nonce, verifier, next);
}

}  // namespace

Result<void> check_openid_terms(const OpenIdTerms& terms) {
    const auto missing = [](std::string_view option) {
        return refuse(Refusal::Kind::invalid, fmt::format("Signing in at an OpenID provider needs {} too.", option));
    };
    if (!is_safe_to_ask(terms.issuer)) return refuse(Refusal::Kind::invalid, "The provider's address must begin with https://.");
    if (terms.client.empty()) return missing("--openid-client");
    if (terms.client_secret.empty()) return missing("--openid-secret-file");
    if (!is_safe_to_ask(terms.our_address)) return missing("--public-address, beginning with https://");
    if (terms.our_address.ends_with('/')) return refuse(Refusal::Kind::invalid, "--public-address has no slash at its end.");
    if (terms.claim.empty()) return missing("--openid-claim");
    return {};
}

Result<OpenId::Begun> OpenId::begin(std::string_view next, Instant now) {
    const auto known = provider();
    if (!known) return refuse(known.error());
    const std::string state = random_token();
    const std::string nonce = random_token();
    const std::string verifier = random_token();
    const auto page = Link::outside(known->authorization);
    if (!page) return not_there("its page has no address");
    const Link go_to = page->with("response_type", "code").with("client_id", terms_.client).with("redirect_uri", terms_.comes_back_to())
                           .with("scope", "openid profile email").with("state", state).with("nonce", nonce)
                           .with("code_challenge", sha256_in_letters(verifier)).with("code_challenge_method", "S256");
    return Begun{go_to, seal_.seal_in_letters(in_one_text(now, state, nonce, verifier, next), purpose)};
}

Result<OpenId::Provider> OpenId::provider() {
    {
        const std::lock_guard hold(mutex_);
        if (known_) return *known_;
    }
    auto found = discovered();
    if (!found) return found;
    const std::lock_guard hold(mutex_);
    known_ = *found;
    return found;
}

Result<OpenId::Provider> OpenId::discovered() {
    const std::string_view slash = terms_.issuer.ends_with('/') ? "" : "/";
    const auto answer = ask_({.address = fmt::format("{}{}.well-known/openid-configuration", terms_.issuer, slash)});
    if (!answer) return not_there(answer.error().says);
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (answer->status != ok || parser.parse(answer->body).get(document) || !document.is_object()) return not_there("it does not say how it is used");
    // A provider that calls itself otherwise could vouch for people of somebody else's.
    if (text_in(document, "issuer") != terms_.issuer) return not_there("it calls itself otherwise than the settings do");
    Provider found{text_in(document, "authorization_endpoint"), text_in(document, "token_endpoint"), text_in(document, "jwks_uri"),
                   text_in(document, "userinfo_endpoint"), ""};
    for (const std::string* address : {&found.authorization, &found.token, &found.keys_at})
        if (!is_safe_to_ask(*address)) return not_there("one of its addresses is missing or is not https");
    auto keys = keys_of(found);
    if (!keys) return refuse(keys.error());
    found.keys = std::move(*keys);
    return found;
}

Result<std::string> OpenId::keys_of(const Provider& provider) {
    auto answer = ask_({.address = provider.keys_at});
    if (!answer) return not_there(answer.error().says);
    if (answer->status != ok) return not_there("it does not give its keys");
    return std::move(answer->body);
}

Result<OpenId::Finished> OpenId::finish(const Fields& query, std::string_view kept, Instant now) {
    const auto flow = flow_in(kept, now);
    if (!flow) return not_taken("it took too long, or was begun in another browser");
    const std::string_view state = query.get("state");
    if (state.size() != flow->state.size() || sodium_memcmp(state.data(), flow->state.data(), state.size()) != 0)
        return not_taken("the answer belongs to another attempt");
    if (query.has("error")) return not_taken("it refused");
    if (query.has("iss") && query.get("iss") != terms_.issuer) return not_taken("the answer is of another provider");
    const auto known = provider();
    if (!known) return refuse(known.error());
    const auto tokens = tokens_for(query.get("code"), *flow, *known);
    if (!tokens) return refuse(tokens.error());
    const auto claims = claims_in(tokens->id, *flow, *known, now);
    if (!claims) return refuse(claims.error());
    const auto name = name_in(*claims, *tokens, *known);
    if (!name) return refuse(name.error());
    return Finished{terms_.issuer, claims->subject, *name, flow->next};
}

std::optional<OpenId::Flow> OpenId::flow_in(std::string_view kept, Instant now) const {
    const auto text = seal_.open_letters(kept, purpose);
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    const auto next_word = [&rest] {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        return std::string(word);
    };
    std::int64_t begun = 0;
    const std::string when = next_word();
    std::from_chars(when.data(), when.data() + when.size(), begun);
    if (begun + seconds_to_finish <= now.seconds()) return std::nullopt;
    Flow flow;
    flow.state = next_word();
    flow.nonce = next_word();
    flow.verifier = next_word();
    flow.next = rest;
    return flow;
}

Result<OpenId::Tokens> OpenId::tokens_for(std::string_view code, const Flow& flow, const Provider& provider) {
    if (code.empty() || code.size() > 4096) return not_taken("it gave no code");
    // Name and secret go percent-encoded into the header (RFC 6749, section 2.3.1).
    const auto answer = ask_({.address = provider.token,
                              .form = {{"grant_type", "authorization_code"}, {"code", std::string(code)}, {"redirect_uri", terms_.comes_back_to()},
                                       {"code_verifier", flow.verifier}, {"client_id", terms_.client}},
                              .user = percent_encoded(terms_.client), .password = percent_encoded(terms_.client_secret)});
    if (!answer) return not_there(answer.error().says);
    simdjson::dom::parser parser;
    simdjson::dom::element document;
    if (answer->status != ok || parser.parse(answer->body).get(document) || !document.is_object()) return not_taken("it did not take its own code back");
    return Tokens{text_in(document, "id_token"), text_in(document, "access_token")};
}

Result<IdClaims> OpenId::claims_in(const std::string& id_token, const Flow& flow, Provider provider, Instant now) {
    const IdTokenTerms terms{terms_.issuer, terms_.client, flow.nonce, now};
    auto claims = read_id_token(id_token, provider.keys, terms);
    if (!claims && claims.error().kind == Refusal::Kind::not_found) {
        // Providers change their keys; a new one is asked for once.
        auto keys = keys_of(provider);
        if (!keys) return refuse(keys.error());
        provider.keys = std::move(*keys);
        claims = read_id_token(id_token, provider.keys, terms);
        const std::lock_guard hold(mutex_);
        if (claims) known_ = provider;
    }
    if (!claims) return not_taken(claims.error().says);
    return claims;
}

Result<std::string> OpenId::name_in(const IdClaims& claims, const Tokens& tokens, const Provider& provider) {
    const auto take = [this](const IdClaims& from) -> std::optional<std::string> {
        // An address that nobody has checked is a name that anybody can give themselves.
        if (terms_.claim == "email" && from.truth("email_verified") == false) return std::nullopt;
        return from.text(terms_.claim);
    };
    if (auto name = take(claims)) return *name;
    if (!is_safe_to_ask(provider.user_info) || tokens.access.empty()) return not_taken("it does not say what you sign in with here");
    const auto answer = ask_({.address = provider.user_info, .bearer = tokens.access});
    if (!answer) return not_there(answer.error().says);
    const IdClaims more{claims.subject, answer->body};
    if (answer->status != ok || more.text("sub") != claims.subject) return not_taken("it does not say what you sign in with here");
    if (auto name = take(more)) return *name;
    return not_taken("it does not say what you sign in with here");
}

}  // namespace steadfast::web
