#pragma once

#include "web/openid/openid.hpp"

#include <cjose/cjose.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace steadfast::web {

/// A provider without a network, with a key of its own: what it answers can be made wrong in every way.
class ProviderForTests {
public:
    static constexpr std::string_view issuer = "https://login.example";
    static constexpr std::string_view client = "steadfast";

    ProviderForTests() : key_(new_key("first")) {}

    [[nodiscard]] static OpenIdTerms terms() {
        return {.issuer = std::string(issuer), .client = std::string(client), .client_secret = "shared", .our_address = "https://steadfast.example"};
    }
    [[nodiscard]] Fetch fetch() {
        return [this](const FetchRequest& request) { return answer(request); };
    }
    /// What the provider's page would send the browser back with, once somebody has signed in there.
    Fields sign_in(const Link& page) {
        const std::string asked = page.text().substr(page.text().find('?') + 1);
        for (std::size_t at = 0; at < asked.size();) {
            const auto end = std::min(asked.find('&', at), asked.size());
            const auto is = asked.find('=', at);
            asked_[asked.substr(at, is - at)] = percent_decoded(std::string_view(asked).substr(is + 1, end - is - 1), Plus::is_space).value();
            at = end + 1;
        }
        Fields query;
        query.add("code", code_);
        query.add("state", asked_["state"]);
        return query;
    }
    [[nodiscard]] std::string claims(std::int64_t now) const {
        return fmt::format(R"({{"iss":"{}","aud":"{}","sub":"{}","exp":{},"iat":{},"nonce":"{}","preferred_username":"{}"}})", issuer_, audience_, subject_,
                           now + 300, now, asked_.contains("nonce") ? asked_.at("nonce") : "", name_);
    }
    [[nodiscard]] std::string token(const std::string& claims) const { return signed_token(claims, key_.get(), "RS256"); }
    [[nodiscard]] std::string keys() const {
        cjose_err error{};
        char* const json = cjose_jwk_to_json(published_ ? published_.get() : key_.get(), false, &error);
        std::string set = fmt::format(R"({{"keys":[{}]}})", json);
        std::free(json);
        return set;
    }
    [[nodiscard]] static std::string signed_token(const std::string& claims, cjose_jwk_t* key, const char* algorithm) {
        cjose_err error{};
        cjose_header_t* const header = cjose_header_new(&error);
        cjose_header_set(header, "alg", algorithm, &error);
        if (const char* const kid = cjose_jwk_get_kid(key, &error)) cjose_header_set(header, "kid", kid, &error);
        cjose_jws_t* const jws = cjose_jws_sign(key, header, reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(), &error);
        if (!jws) throw std::runtime_error(error.message);
        const char* text = nullptr;
        cjose_jws_export(jws, &text, &error);
        std::string token(text);
        cjose_jws_release(jws);
        cjose_header_release(header);
        return token;
    }
    void change_key() {
        // What was published stays what we know of until we ask again.
        key_ = new_key("second");
    }

    struct Released {
        void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    };
    using Key = std::unique_ptr<cjose_jwk_t, Released>;
    [[nodiscard]] static Key new_key(const char* name) {
        cjose_err error{};
        constexpr std::uint8_t exponent[] = {1, 0, 1};
        Key key(cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &error));
        if (!key || !cjose_jwk_set_kid(key.get(), name, std::string(name).size(), &error)) throw std::runtime_error(error.message);
        return key;
    }

    Key key_;
    Key published_;              ///< Where other keys are published than the one that signs.
    std::string issuer_{issuer};
    std::string audience_{client};
    std::string subject_ = "person-17";
    std::string name_ = "amira";
    std::string code_ = "the code";
    std::int64_t now_ = 0;
    std::string sends_token_;    ///< In place of a right one.
    std::string says_of_itself_{issuer};
    std::string user_info_ = "{}";
    bool is_away_ = false;
    int keys_asked_ = 0;
    std::map<std::string, std::string> asked_;      ///< What its page was opened with.
    std::map<std::string, std::string> exchanged_;  ///< What the code was brought back with.

private:
    Result<Fetched> answer(const FetchRequest& request) {
        if (is_away_) return refuse(Refusal::Kind::unavailable, "no answer");
        const std::string at(issuer);
        if (request.address == at + "/.well-known/openid-configuration")
            return Fetched{200, fmt::format(R"({{"issuer":"{}","authorization_endpoint":"{}/page","token_endpoint":"{}/token","jwks_uri":"{}/keys","userinfo_endpoint":"{}/me"}})",
                                            says_of_itself_, at, at, at, at)};
        if (request.address == at + "/keys") {
            ++keys_asked_;
            return Fetched{200, keys()};
        }
        if (request.address == at + "/me") return Fetched{request.bearer == "access" ? 200 : 401, user_info_};
        if (request.address != at + "/token") return Fetched{404, ""};
        for (const auto& [name, value] : request.form) exchanged_[name] = value;
        if (request.user != client || request.password != "shared") return Fetched{401, ""};
        return Fetched{200, fmt::format(R"({{"access_token":"access","id_token":"{}"}})", sends_token_.empty() ? token(claims(now_)) : sends_token_)};
    }
};

}  // namespace steadfast::web
