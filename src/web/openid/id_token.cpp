#include "web/openid/id_token.hpp"

#include <cjose/cjose.h>
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace steadfast::web {
namespace {

using simdjson::dom::element;

constexpr std::size_t longest_token = 100'000;
constexpr std::array<std::string_view, 9> algorithms{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"};

struct Released {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
};
using Jws = std::unique_ptr<cjose_jws_t, Released>;
using Jwk = std::unique_ptr<cjose_jwk_t, Released>;

tl::unexpected<Refusal> wrong(std::string what) { return refuse(Refusal::Kind::not_allowed, std::move(what)); }

std::string_view text_in(const element& object, std::string_view name) {
    std::string_view text;
    return object[name].get(text) ? std::string_view() : text;
}

struct Header {
    std::string algorithm;
    std::string key;
};

Header header_of(cjose_jws_t* jws) {
    cjose_err error{};
    cjose_header_t* const header = cjose_jws_get_protected(jws);
    const auto part = [&](const char* name) {
        const char* const text = header ? cjose_header_get(header, name, &error) : nullptr;
        return std::string(text ? text : "");
    };
    return {part("alg"), part("kid")};
}

/// The keys of the set that may have signed it: that of its name, or, where it names none, each that is for signing.
std::vector<Jwk> keys_for(const element& set, const Header& header) {
    std::vector<Jwk> keys;
    simdjson::dom::array all;
    if (set["keys"].get(all)) return keys;
    const std::string_view sort = header.algorithm.starts_with("ES") ? "EC" : "RSA";
    for (const element key : all) {
        if (!key.is_object() || text_in(key, "kty") != sort || text_in(key, "use") == "enc") continue;
        if (!header.key.empty() && text_in(key, "kid") != header.key) continue;
        const std::string json = simdjson::minify(key);
        cjose_err error{};
        if (Jwk read{cjose_jwk_import(json.data(), json.size(), &error)}) keys.push_back(std::move(read));
    }
    return keys;
}

bool is_for(const element& claims, std::string_view client) {
    std::string_view one;
    if (!claims["aud"].get(one)) return one == client;
    simdjson::dom::array several;
    if (claims["aud"].get(several)) return false;
    bool names_us = false;
    std::size_t count = 0;
    for (const element each : several) {
        std::string_view text;
        names_us |= !each.get(text) && text == client;
        ++count;
    }
    return names_us && (count == 1 || text_in(claims, "azp") == client);
}

std::optional<std::int64_t> seconds_in(const element& claims, std::string_view name) {
    std::int64_t whole = 0;
    if (!claims[name].get(whole)) return whole;
    double part = 0;
    if (!claims[name].get(part) && part > 0 && part < 1e12) return static_cast<std::int64_t>(part);
    return std::nullopt;
}

Result<IdClaims> check(std::string json, const IdTokenTerms& terms) {
    simdjson::dom::parser parser;
    element claims;
    if (parser.parse(json).get(claims) || !claims.is_object()) return wrong("the token holds no claims");
    if (text_in(claims, "iss") != terms.issuer) return wrong("the token is of another issuer");
    if (!is_for(claims, terms.client)) return wrong("the token is for another service");
    const auto ends = seconds_in(claims, "exp");
    const auto made = seconds_in(claims, "iat");
    if (!ends || *ends + seconds_clocks_differ <= terms.now.seconds()) return wrong("the token has run out");
    if (!made || *made - seconds_clocks_differ > terms.now.seconds()) return wrong("the token is from the future; the clocks differ");
    if (terms.nonce.empty() || text_in(claims, "nonce") != terms.nonce) return wrong("the token belongs to another sign-in");
    IdClaims read;
    read.subject = text_in(claims, "sub");
    if (read.subject.empty() || read.subject.size() > 255) return wrong("the token does not say who it is about");
    read.json = std::move(json);
    return read;
}

}  // namespace

std::optional<std::string> IdClaims::text(std::string_view name) const {
    simdjson::dom::parser parser;
    std::string_view found;
    if (parser.parse(json)[name].get(found)) return std::nullopt;
    return std::string(found);
}

std::optional<bool> IdClaims::truth(std::string_view name) const {
    simdjson::dom::parser parser;
    bool found = false;
    if (parser.parse(json)[name].get(found)) return std::nullopt;
    return found;
}

Result<IdClaims> read_id_token(std::string_view token, std::string_view keys, const IdTokenTerms& terms) {
    if (token.empty() || token.size() > longest_token) return wrong("there is no token, or one of an impossible size");
    simdjson::dom::parser parser;
    element set;
    const simdjson::padded_string padded(keys);
    if (parser.parse(padded).get(set) || !set.is_object()) return wrong("the provider's keys can't be read");

    cjose_err error{};
    const Jws jws{cjose_jws_import(token.data(), token.size(), &error)};
    if (!jws) return wrong("the token is none that was signed");
    const Header header = header_of(jws.get());
    if (std::find(algorithms.begin(), algorithms.end(), header.algorithm) == algorithms.end()) return wrong("the token is signed in a way that is not taken");

    const std::vector<Jwk> candidates = keys_for(set, header);
    const bool is_signed = std::any_of(candidates.begin(), candidates.end(), [&](const Jwk& key) { return cjose_jws_verify(jws.get(), key.get(), &error); });
    if (!is_signed) return refuse(Refusal::Kind::not_found, "no key of the provider has signed the token");
    std::uint8_t* plain = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &plain, &size, &error)) return wrong("the token holds nothing");
    return check(std::string(reinterpret_cast<const char*>(plain), size), terms);
}

}  // namespace steadfast::web
