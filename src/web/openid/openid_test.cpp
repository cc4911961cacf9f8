#include "web/openid/openid.hpp"

#include "web/openid/provider_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

namespace steadfast::web {
namespace {

using testing::HasSubstr;

class SigningInElsewhere : public testing::Test {
protected:
    SigningInElsewhere() { provider_.now_ = now_.seconds(); }

    Result<OpenId::Finished> whole_way() {
        const auto begun = openid_.begin("/people", now_);
        if (!begun) return refuse(begun.error());
        kept_ = begun->kept;
        query_ = provider_.sign_in(begun->go_to);
        return openid_.finish(query_, kept_, now_);
    }
    void expect_not_taken(std::string_view says) {
        const auto finished = whole_way();
        ASSERT_FALSE(finished);
        EXPECT_THAT(finished.error().whole(), HasSubstr(says));
    }
    std::string claims_with(const std::string& was, const std::string& becomes) {
        std::string claims = provider_.claims(now_.seconds());
        const auto at = claims.find(was);
        EXPECT_NE(at, std::string::npos) << was;
        return claims.replace(at, was.size(), becomes);
    }

    Instant now_ = Instant::parse_iso("2026-03-31T09:00:00Z").value();
    ProviderForTests provider_;
    OpenId openid_{ProviderForTests::terms(), provider_.fetch()};
    std::string kept_;
    Fields query_;
};

TEST_F(SigningInElsewhere, goes_to_the_provider_and_comes_back_as_somebody) {
    const auto finished = whole_way();
    ASSERT_TRUE(finished) << finished.error().whole();
    EXPECT_EQ(finished->subject, "person-17");
    EXPECT_EQ(finished->name, "amira");
    EXPECT_EQ(finished->next, "/people");
    EXPECT_EQ(provider_.asked_["redirect_uri"], "https://steadfast.example/sign-in/openid");
    EXPECT_EQ(provider_.asked_["code_challenge_method"], "S256");
    // RFC 7636: the challenge is the hash of the verifier that only we had until now.
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    const std::string& verifier = provider_.exchanged_["code_verifier"];
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    EXPECT_EQ(provider_.asked_["code_challenge"], base64url(hash));
    EXPECT_EQ(provider_.exchanged_["redirect_uri"], provider_.asked_["redirect_uri"]);
}

TEST_F(SigningInElsewhere, finishes_only_in_the_browser_and_the_attempt_that_began_it) {
    ASSERT_TRUE(whole_way());
    const auto another = openid_.begin("/", now_);
    EXPECT_FALSE(openid_.finish(query_, another->kept, now_)) << "the state belongs to the first";
    EXPECT_FALSE(openid_.finish(query_, "", now_));
    EXPECT_FALSE(openid_.finish(query_, kept_, now_.plus_seconds(OpenId::seconds_to_finish)));
    Fields refused;
    refused.add("error", "access_denied");
    refused.add("state", std::string(query_.get("state")));
    EXPECT_FALSE(openid_.finish(refused, kept_, now_));
}

TEST_F(SigningInElsewhere, takes_no_token_that_is_not_for_us_now_and_for_this_attempt) {
    const auto begun = openid_.begin("/", now_);
    const Fields query = provider_.sign_in(begun->go_to);
    const auto refused_with = [&](const std::string& claims) {
        provider_.sends_token_ = provider_.token(claims);
        const auto finished = openid_.finish(query, begun->kept, now_);
        return finished ? std::string("taken") : finished.error().whole();
    };
    EXPECT_EQ(refused_with(provider_.claims(now_.seconds())), "taken") << "so that the others are refused for what they lack";
    EXPECT_THAT(refused_with(claims_with("\"iss\":\"https://login.example", "\"iss\":\"https://evil.example")), HasSubstr("another issuer"));
    EXPECT_THAT(refused_with(claims_with("\"aud\":\"steadfast\"", "\"aud\":\"payroll\"")), HasSubstr("another service"));
    EXPECT_THAT(refused_with(claims_with("\"aud\":\"steadfast\"", "\"aud\":[\"steadfast\",\"payroll\"]")), HasSubstr("another service"));
    EXPECT_EQ(refused_with(claims_with("\"aud\":\"steadfast\"", "\"azp\":\"steadfast\",\"aud\":[\"steadfast\",\"payroll\"]")), "taken");
    EXPECT_THAT(refused_with(provider_.claims(now_.seconds() - 400)), HasSubstr("run out"));
    EXPECT_THAT(refused_with(provider_.claims(now_.seconds() + 400)), HasSubstr("from the future"));
    EXPECT_THAT(refused_with(claims_with("\"nonce\":\"", "\"nonce\":\"x")), HasSubstr("another sign-in"));
    EXPECT_THAT(refused_with(claims_with("\"sub\":\"person-17\"", "\"sub\":\"\"")), HasSubstr("who it is about"));
    EXPECT_THAT(refused_with("[]"), HasSubstr("no claims"));
}

TEST_F(SigningInElsewhere, takes_no_token_that_the_provider_did_not_sign) {
    provider_.published_ = ProviderForTests::new_key("first");   // Another key of the same name.
    expect_not_taken("no key of the provider");
    provider_.published_.reset();
    const auto begun = openid_.begin("/", now_);
    const Fields query = provider_.sign_in(begun->go_to);
    const std::string claims = provider_.claims(now_.seconds());
    const auto letters = [](std::string_view text) { return base64url({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}); };
    for (const std::string& token : {letters(R"({"alg":"none"})") + "." + letters(claims) + ".", std::string("a.b.c"), std::string("nothing"),
                                     letters(R"({"alg":"HS256"})") + "." + letters(claims) + "." + letters("0123456789abcdef0123456789abcdef")}) {
        provider_.sends_token_ = token;
        EXPECT_FALSE(openid_.finish(query, begun->kept, now_)) << token.substr(0, 30);
    }
}

TEST_F(SigningInElsewhere, asks_for_the_keys_again_when_the_provider_has_changed_them) {
    ASSERT_TRUE(whole_way());
    EXPECT_EQ(provider_.keys_asked_, 1);
    provider_.change_key();
    ASSERT_TRUE(whole_way());
    EXPECT_EQ(provider_.keys_asked_, 2);
    ASSERT_TRUE(whole_way());
    EXPECT_EQ(provider_.keys_asked_, 2);
}

TEST_F(SigningInElsewhere, says_when_the_provider_is_away_or_is_another_than_we_were_told) {
    provider_.is_away_ = true;
    EXPECT_EQ(openid_.begin("/", now_).error().kind, Refusal::Kind::unavailable);
    provider_.is_away_ = false;
    provider_.says_of_itself_ = "https://login.example.evil";
    EXPECT_THAT(openid_.begin("/", now_).error().whole(), HasSubstr("calls itself otherwise"));
    provider_.says_of_itself_ = ProviderForTests::issuer;
    EXPECT_TRUE(openid_.begin("/", now_)) << "and is asked again";
}

TEST_F(SigningInElsewhere, looks_further_where_the_token_does_not_say_the_name) {
    OpenIdTerms terms = ProviderForTests::terms();
    terms.claim = "email";
    OpenId by_email(terms, provider_.fetch());
    const auto go = [&] {
        const auto begun = by_email.begin("/", now_);
        return by_email.finish(provider_.sign_in(begun->go_to), begun->kept, now_);
    };
    provider_.user_info_ = R"({"sub":"person-17","email":"amira@council.example","email_verified":true})";
    ASSERT_TRUE(go());
    EXPECT_EQ(go()->name, "amira@council.example");
    provider_.user_info_ = R"({"sub":"person-18","email":"amira@council.example"})";
    EXPECT_FALSE(go()) << "it is about somebody else";
    provider_.user_info_ = R"({"sub":"person-17","email":"amira@council.example","email_verified":false})";
    EXPECT_FALSE(go()) << "nobody has checked that it is theirs";
}

TEST(OpenIdTerms, are_refused_where_they_can_not_work) {
    EXPECT_TRUE(check_openid_terms(ProviderForTests::terms()));
    for (const auto spoil : std::initializer_list<void (*)(OpenIdTerms&)>{
             [](OpenIdTerms& terms) { terms.issuer = "http://login.example"; }, [](OpenIdTerms& terms) { terms.client = ""; },
             [](OpenIdTerms& terms) { terms.client_secret = ""; }, [](OpenIdTerms& terms) { terms.our_address = "steadfast.example"; },
             [](OpenIdTerms& terms) { terms.our_address = "https://steadfast.example/"; }}) {
        OpenIdTerms terms = ProviderForTests::terms();
        spoil(terms);
        EXPECT_FALSE(check_openid_terms(terms));
    }
}

TEST(Fetch, asks_nothing_that_could_be_read_on_the_way) {
    EXPECT_TRUE(is_safe_to_ask("https://login.example/a"));
    EXPECT_TRUE(is_safe_to_ask("http://127.0.0.1:4593/api"));
    for (const std::string_view address : {"http://login.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example/", "file:///etc/passwd", ""})
        EXPECT_FALSE(is_safe_to_ask(address)) << address;
    EXPECT_FALSE(fetch({.address = "file:///etc/passwd"}));
}

}  // namespace
}  // namespace steadfast::web
