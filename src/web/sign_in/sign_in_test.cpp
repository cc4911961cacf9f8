#include "web/sign_in/door.hpp"
#include "web/sign_in/password.hpp"
#include "web/sign_in/secrets.hpp"
#include "web/sign_in/throttle.hpp"

#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::web {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

constexpr Instant morning = Instant::from_seconds(1'800'000'000);

Request request_with(Fields headers, Instant at = morning, Method method = Method::get, std::string body = "",
                     std::string target = "/children") {
    RequestParts parts;
    parts.method = method;
    parts.target = std::move(target);
    parts.headers = std::move(headers);
    if (method == Method::post) parts.headers.add("Content-Type", "application/x-www-form-urlencoded");
    parts.body = std::move(body);
    parts.received = at;
    return std::move(*Request::read(std::move(parts)));
}

std::string cookie_in(const std::string& set_cookie) { return set_cookie.substr(0, set_cookie.find(';')); }

struct SignedIn {
    SessionsInMemory table;
    Sessions sessions{table, {}};
    AccountId account = AccountId::random();
    std::string cookie = cookie_in(sessions.begin(account, morning));
    [[nodiscard]] Request request(Instant at) const { return request_with({{"Cookie", cookie}}, at); }
};

/// Takes one answer and keeps it.
struct Kept final : Reply::Taker {
    void take(Response response) override { answer = std::move(response); }
    void let_go() override { was_let_go = true; }
    std::optional<Response> answer;
    bool was_let_go = false;
};

}  // namespace

TEST(Sessions, last_while_they_are_used_and_thirty_minutes_more) {
    SignedIn worker;
    EXPECT_EQ(worker.sessions.find(worker.request(morning.plus_seconds(1799)))->account, worker.account);
    EXPECT_TRUE(worker.sessions.find(worker.request(morning.plus_seconds(1799 + 1799))));
    EXPECT_FALSE(worker.sessions.find(worker.request(morning.plus_seconds(1799 + 1799 + 1800))));
    EXPECT_FALSE(worker.sessions.find(worker.request(morning.plus_seconds(1799 + 1799 + 1)))) << "once run out it is gone";
}

TEST(Sessions, end_after_twelve_hours_however_busy) {
    SignedIn worker;
    for (int at = 0; at < 12 * 3600; at += 600) ASSERT_TRUE(worker.sessions.find(worker.request(morning.plus_seconds(at)))) << at;
    EXPECT_FALSE(worker.sessions.find(worker.request(morning.plus_seconds(12 * 3600))));
}

TEST(Sessions, end_when_signed_out_and_everywhere_at_once) {
    SignedIn worker;
    const auto second = cookie_in(worker.sessions.begin(worker.account, morning));
    EXPECT_THAT(worker.sessions.end(worker.request(morning)), HasSubstr("Max-Age=0"));
    EXPECT_FALSE(worker.sessions.find(worker.request(morning)));
    EXPECT_TRUE(worker.sessions.find(request_with({{"Cookie", second}})));
    worker.sessions.end_all_of(worker.account);
    EXPECT_FALSE(worker.sessions.find(request_with({{"Cookie", second}})));
}

TEST(Sessions, keep_no_token_and_take_none_that_they_did_not_give) {
    SignedIn worker;
    const std::string token = worker.cookie.substr(worker.cookie.find('=') + 1);
    EXPECT_EQ(token.size(), token_letters);
    EXPECT_TRUE(worker.table.find(hash_of_token(token)));
    EXPECT_FALSE(worker.sessions.find(request_with({{"Cookie", "session=" + random_token()}})));
    EXPECT_FALSE(worker.sessions.find(request_with({{"Cookie", "session="}})));
    EXPECT_FALSE(worker.sessions.find(request_with({})));
}

TEST(Sessions, bind_their_cookie_to_the_host_where_there_is_tls) {
    SessionsInMemory table;
    Sessions plain(table, {});
    Sessions strict(table, {.behind_tls = true});
    const auto account = AccountId::random();
    EXPECT_THAT(plain.begin(account, morning), StartsWith("session="));
    EXPECT_THAT(plain.begin(account, morning), Not(HasSubstr("Secure")));
    const auto cookie = strict.begin(account, morning);
    EXPECT_THAT(cookie, StartsWith("__Host-session="));
    for (const auto* part : {"; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure"}) EXPECT_THAT(cookie, HasSubstr(part));
}

TEST(Sessions, forget_the_stale) {
    SignedIn worker;
    worker.sessions.remove_stale(morning.plus_seconds(1799));
    const std::string token = worker.cookie.substr(worker.cookie.find('=') + 1);
    EXPECT_TRUE(worker.table.find(hash_of_token(token)));
    worker.sessions.remove_stale(morning.plus_seconds(1800));
    EXPECT_FALSE(worker.table.find(hash_of_token(token)));
}

TEST(FormToken, looks_different_on_each_page_and_matches_its_session_alone) {
    const std::string session = random_token();
    const FormToken token(session);
    const auto first = token.masked();
    EXPECT_NE(first, token.masked());
    EXPECT_TRUE(FormToken(session).matches(first));
    EXPECT_FALSE(FormToken(random_token()).matches(first));
    auto changed = first;
    changed[5] = changed[5] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(token.matches(changed));
    for (const std::string_view bad : {"", "x", "====", "\xff\xff"}) EXPECT_FALSE(token.matches(bad));
}

TEST(FormsFromElsewhere, are_known_by_what_the_browser_says) {
    const auto from = [](Fields headers) {
        return came_from_here(request_with(std::move(headers), morning, Method::post)).has_value();
    };
    EXPECT_TRUE(from({{"Sec-Fetch-Site", "same-origin"}}));
    EXPECT_TRUE(from({{"Sec-Fetch-Site", "none"}}));
    EXPECT_FALSE(from({{"Sec-Fetch-Site", "cross-site"}}));
    EXPECT_FALSE(from({{"Sec-Fetch-Site", "same-site"}}));
    EXPECT_TRUE(from({{"Host", "record.example"}, {"Origin", "https://record.example"}}));
    EXPECT_FALSE(from({{"Host", "record.example"}, {"Origin", "https://evil.example"}}));
    EXPECT_FALSE(from({{"Host", "record.example"}, {"Origin", "null"}}));
    EXPECT_FALSE(from({{"Host", ""}, {"Origin", "null"}}));
    EXPECT_TRUE(from({{"Host", "record.example"}}));
}

TEST(Door, lets_in_who_is_signed_in_and_sends_others_to_sign_in_and_back) {
    SignedIn worker;
    const Door door(worker.sessions, to("/sign-in"),
                    [](int status, const Refusal& refusal) { return Response::text(refusal.whole(), status); });
    AccountId seen;
    const auto answer = door.signed_in([&](const Request&, const Visit& visit, Reply reply) {
        seen = visit.session.account;
        reply(Response::text("in"));
    });
    const auto ask = [&](const Request& request) {
        const auto kept = std::make_shared<Kept>();
        answer.answer(request, Reply(kept));
        EXPECT_TRUE(kept->answer);
        return std::move(*kept->answer);
    };
    EXPECT_EQ(ask(worker.request(morning)).body_text(), "in");
    EXPECT_EQ(seen, worker.account);
    const auto away = ask(request_with({}, morning, Method::get, "", "/children?page=2"));
    EXPECT_EQ(away.status(), 303);
    EXPECT_EQ(away.header("location"), "/sign-in?next=%2Fchildren%3Fpage%3D2");
}

TEST(Door, takes_a_form_only_with_its_token_and_from_here) {
    SignedIn worker;
    const Door door(worker.sessions, to("/sign-in"),
                    [](int status, const Refusal& refusal) { return Response::text(refusal.whole(), status); });
    const auto answer = door.signed_in([](const Request&, const Visit&, Reply reply) { reply(Response::text("saved")); });
    const auto status_of_form = [&](const std::string& token, Fields headers) {
        headers.add("Cookie", worker.cookie);
        const auto kept = std::make_shared<Kept>();
        answer.answer(request_with(std::move(headers), morning, Method::post, "form_token=" + token), Reply(kept));
        return kept->answer->status();
    };
    const FormToken ours(worker.cookie.substr(worker.cookie.find('=') + 1));
    EXPECT_EQ(status_of_form(ours.masked(), {}), 200);
    EXPECT_EQ(status_of_form(ours.masked(), {{"Sec-Fetch-Site", "same-origin"}}), 200);
    EXPECT_EQ(status_of_form(ours.masked(), {{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(status_of_form("", {}), 403);
    EXPECT_EQ(status_of_form(FormToken(random_token()).masked(), {}), 403);
}

TEST(Passwords, verify_and_ask_to_be_made_again_when_the_cost_rises) {
    const Passwords cheap(PasswordCost::least());
    const auto hash = cheap.hash("correct horse");
    EXPECT_THAT(hash, StartsWith("$argon2id$"));
    EXPECT_TRUE(cheap.verify(hash, "correct horse"));
    EXPECT_FALSE(cheap.verify(hash, "wrong horse"));
    EXPECT_FALSE(cheap.verify("not a hash", "correct horse"));
    EXPECT_FALSE(cheap.verify_nobody("correct horse"));
    EXPECT_FALSE(cheap.verify(cheap.hash(std::string(2000, 'x')), std::string(2000, 'x')));
    EXPECT_FALSE(cheap.needs_rehash(hash));
    EXPECT_TRUE(Passwords({2, 16384}).needs_rehash(hash));
    EXPECT_NE(hash, cheap.hash("correct horse")) << "each has its own salt";
}

TEST(Passwords, cost_enough_and_as_much_for_nobody_as_for_somebody) {
    const Passwords passwords;
    const auto hash = passwords.hash("x");
    const auto time = [](const auto& work) {
        // What this thread worked, not how long a busy machine let it wait.
        const auto worked = [] {
            timespec now{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
        };
        const double began = worked();
        work();
        return worked() - began;
    };
    const double somebody = time([&] { EXPECT_FALSE(passwords.verify(hash, "y")); });
    const double nobody = time([&] { EXPECT_FALSE(passwords.verify_nobody("y")); });
    RecordProperty("verify_milliseconds", static_cast<int>(1000 * somebody));
    EXPECT_GT(somebody, 0.02);
    EXPECT_LT(nobody, 5 * somebody);
    EXPECT_GT(nobody, somebody / 5);
}

TEST(SignInThrottle, makes_a_guesser_wait_ever_longer_but_not_for_ever) {
    SignInThrottle throttle;
    Instant now = morning;
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(throttle.begin("amira", "192.0.2.1", now));
    const auto refused = throttle.begin("amira", "192.0.2.1", now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what_to_do, "Wait a second and try again.");
    now = now.plus_seconds(1);
    EXPECT_TRUE(throttle.begin("amira", "192.0.2.1", now));
    EXPECT_FALSE(throttle.begin("amira", "192.0.2.1", now.plus_seconds(1)));
    for (int i = 0; i < 30; ++i) {
        now = now.plus_seconds(15 * 60);
        EXPECT_TRUE(throttle.begin("amira", "192.0.2.1", now)) << "a quarter of an hour is always enough";
    }
}

TEST(SignInThrottle, does_not_let_strangers_keep_a_worker_out) {
    SignInThrottle throttle;
    ASSERT_TRUE(throttle.begin("amira", "198.51.100.7", morning));
    throttle.succeeded("amira", "198.51.100.7", morning);
    Instant now = morning;
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        now = now.plus_seconds(1);
        refused += throttle.begin("amira", "203.0.113." + std::to_string(i), now) ? 0 : 1;
    }
    EXPECT_GT(refused, 400) << "many addresses guessing at one name are slowed";
    EXPECT_TRUE(throttle.begin("amira", "198.51.100.7", now)) << "she signs in from where she did before";
    EXPECT_TRUE(throttle.begin("amira", "192.0.2.200", now.plus_seconds(61))) << "and from anywhere after a minute";
}

TEST(SignInThrottle, slows_one_address_that_tries_many_names) {
    SignInThrottle throttle;
    int refused = 0;
    for (int i = 0; i < 300; ++i) refused += throttle.begin("name" + std::to_string(i), "203.0.113.1", morning) ? 0 : 1;
    EXPECT_EQ(refused, 200);
    EXPECT_TRUE(throttle.begin("somebody", "203.0.113.2", morning));
}

TEST(SignInThrottle, does_not_count_those_who_get_it_right) {
    SignInThrottle throttle;
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "worker" + std::to_string(i);
        ASSERT_TRUE(throttle.begin(name, "203.0.113.1", morning)) << i;
        throttle.succeeded(name, "203.0.113.1", morning);
    }
}

TEST(SignInThrottle, forgets_after_a_day) {
    SignInThrottle throttle;
    for (int i = 0; i < 100; ++i) static_cast<void>(throttle.begin("name" + std::to_string(i), "203.0.113.1", morning));
    EXPECT_GT(throttle.size(), 100U);
    EXPECT_TRUE(throttle.begin("other", "203.0.113.9", morning.plus_seconds(24 * 3600)));
    EXPECT_EQ(throttle.size(), 3U);
}

}  // namespace steadfast::web
