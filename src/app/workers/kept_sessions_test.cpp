#include "app/workers/kept_sessions.hpp"

#include "app/test/folder.hpp"
#include "ledger/forwarding_store.hpp"
#include "ledger/postgresql/scratch_schema.hpp"
#include "web/sign_in/secrets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;
using ledger::Shelf;
using testing::HasSubstr;
using testing::Not;

const Instant nine = Instant::parse_iso("2026-03-31T09:00:00Z").value();

/// A store that can go away and counts what is put on its shelves.
class ShakyStore final : public ledger::ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;
    Result<void> put(Shelf shelf, const ledger::Shelved& shelved) override {
        if (is_away) return refuse(Refusal::Kind::unavailable, "The store is away.");
        ++puts;
        return kept_->put(shelf, shelved);
    }
    Result<std::vector<ledger::Shelved>> all(Shelf shelf) override {
        if (is_away) return refuse(Refusal::Kind::unavailable, "The store is away.");
        return kept_->all(shelf);
    }
    std::atomic<bool> is_away = false;
    std::atomic<int> puts = 0;
};

/// Sessions on either kind of store.
class SessionsOn : public testing::TestWithParam<std::string> {
protected:
    SessionsOn() {
        address_ = folder_.store_address();
        if (GetParam() == "postgresql") {
            const char* server = std::getenv("STEADFAST_TEST_POSTGRESQL");
            if (!server) throw std::runtime_error("Set STEADFAST_TEST_POSTGRESQL=postgresql://..., or STEADFAST_WITHOUT_POSTGRESQL");
            schema_.emplace(server);
            address_ = schema_->address();
        }
        open();
    }
    void open() {
        auto opened = ledger::open_store(address_, ledger::Mode::write);
        if (!opened) throw std::runtime_error(opened.error().whole());
        store_ = std::make_unique<ShakyStore>(std::move(*opened));
    }
    /// As another server finds them.
    void restart() {
        sessions_.reset();
        store_.reset();
        open();
        start();
    }
    void start() { sessions_ = std::make_unique<KeptSessions>(*store_, web::SessionTerms{}); }

    static web::Session session_of(const web::AccountId& account, const std::string& token) { return {web::hash_of_token(token), account, nine, nine}; }
    std::size_t on_the_shelf() { return store_->all(Shelf::sessions)->size(); }
    [[nodiscard]] bool has(const web::Session& session) { return sessions_->find(session.token).has_value(); }

    TestFolder folder_;
    std::optional<ledger::postgresql::ScratchSchema> schema_;
    std::string address_;
    std::unique_ptr<ShakyStore> store_;
    std::unique_ptr<KeptSessions> sessions_;
    const web::AccountId amira_ = web::AccountId::random();
    const web::AccountId ben_ = web::AccountId::random();
};

std::vector<std::string> kinds_of_store() {
    if (std::getenv("STEADFAST_WITHOUT_POSTGRESQL")) return {"sqlite"};
    return {"sqlite", "postgresql"};
}
INSTANTIATE_TEST_SUITE_P(EachStore, SessionsOn, testing::ValuesIn(kinds_of_store()), [](const auto& store) { return store.param; });

TEST_P(SessionsOn, has_a_session_again_after_a_restart_as_it_was) {
    start();
    const auto session = session_of(amira_, "a token");
    sessions_->put(session);
    ASSERT_TRUE(sessions_->settle(5s));
    sessions_->touch(session.token, nine.plus_seconds(120));
    ASSERT_TRUE(sessions_->settle(5s));
    restart();
    const auto found = sessions_->find(session.token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->account, amira_);
    EXPECT_EQ(found->started, nine);
    EXPECT_EQ(found->last_used, nine.plus_seconds(120));
    EXPECT_FALSE(sessions_->find(web::hash_of_token("another token")));
}

TEST_P(SessionsOn, writes_the_tokens_digest_and_never_the_token) {
    start();
    const std::string token = web::random_token();
    sessions_->put(session_of(amira_, token));
    ASSERT_TRUE(sessions_->settle(5s));
    const auto shelf = store_->all(Shelf::sessions);
    ASSERT_EQ(shelf->size(), 1u);
    EXPECT_THAT(shelf->front().key + shelf->front().bytes, Not(HasSubstr(token)));
    EXPECT_EQ(shelf->front().key, web::base64url(web::hash_of_token(token)));
    EXPECT_EQ(shelf->front().expires, nine.plus_seconds(web::SessionTerms{}.whole_seconds));
}

TEST_P(SessionsOn, writes_a_session_in_use_once_a_minute) {
    start();
    const auto session = session_of(amira_, "a token");
    sessions_->put(session);
    ASSERT_TRUE(sessions_->settle(5s));
    const int before = store_->puts;
    for (int second = 1; second <= 150; ++second) {
        sessions_->touch(session.token, nine.plus_seconds(second));
        ASSERT_TRUE(sessions_->settle(5s));
    }
    EXPECT_EQ(store_->puts - before, 2);
    EXPECT_EQ(sessions_->find(session.token)->last_used, nine.plus_seconds(150)) << "memory knows of each use";
}

TEST_P(SessionsOn, forgets_a_session_for_good) {
    start();
    const auto out = session_of(amira_, "signed out");
    const auto gone = session_of(ben_, "left");
    const auto stale = web::Session{web::hash_of_token("stale"), amira_, nine, nine.plus_seconds(-1)};
    const auto stays = web::Session{web::hash_of_token("stays"), amira_, nine, nine.plus_seconds(1)};
    for (const auto& session : {out, gone, stale, stays}) sessions_->put(session);
    ASSERT_TRUE(sessions_->settle(5s));
    EXPECT_EQ(on_the_shelf(), 4u);
    sessions_->remove(out.token);
    sessions_->remove_all_of(ben_);
    sessions_->remove_stale(nine, nine.plus_seconds(-1));
    EXPECT_FALSE(has(out) || has(gone) || has(stale));
    restart();
    EXPECT_EQ(on_the_shelf(), 1u);
    EXPECT_TRUE(has(stays));
    EXPECT_FALSE(has(out) || has(gone) || has(stale));
}

TEST_P(SessionsOn, ends_all_of_a_worker_at_once_when_a_command_does_and_lets_them_in_again) {
    start();
    const auto before = session_of(amira_, "before");
    const auto other = session_of(ben_, "other");
    const auto after = session_of(amira_, "after");
    sessions_->put(before);
    sessions_->put(other);
    ASSERT_TRUE(sessions_->settle(5s));
    ASSERT_TRUE(end_kept_sessions(*store_, ledger::WorkerId(amira_.bytes())));
    EXPECT_FALSE(has(before));
    EXPECT_TRUE(has(other));
    EXPECT_EQ(on_the_shelf(), 1u);
    sessions_->touch(before.token, nine.plus_seconds(600));
    sessions_->put(after);
    ASSERT_TRUE(sessions_->settle(5s));
    restart();
    EXPECT_FALSE(has(before));
    EXPECT_TRUE(has(other) && has(after));
}

TEST_P(SessionsOn, lets_people_in_while_the_store_is_away_and_writes_it_down_later) {
    start();
    const auto session = session_of(amira_, "a token");
    store_->is_away = true;
    sessions_->put(session);
    EXPECT_FALSE(sessions_->settle(50ms));
    EXPECT_TRUE(has(session));
    store_->is_away = false;
    EXPECT_TRUE(sessions_->settle(5s));
    restart();
    EXPECT_TRUE(has(session));
}

TEST_P(SessionsOn, takes_up_what_the_store_has_once_it_answers) {
    start();
    const auto session = session_of(amira_, "a token");
    sessions_->put(session);
    ASSERT_TRUE(sessions_->settle(5s));
    sessions_.reset();
    store_->is_away = true;
    start();
    EXPECT_FALSE(has(session));
    const auto signed_out = session_of(ben_, "signed out meanwhile");
    sessions_->remove(signed_out.token);
    store_->is_away = false;
    ASSERT_TRUE(sessions_->settle(5s));
    EXPECT_TRUE(has(session));
}

TEST_P(SessionsOn, passes_over_what_is_no_session) {
    const auto session = session_of(amira_, "a token");
    const std::string key = web::base64url(session.token);
    for (const std::string& bytes : {std::string(), std::string("  "), std::string("x y z"), amira_.text() + " " + nine.iso(),
                                     amira_.text() + " " + nine.iso() + " yesterday", std::string(100, '\0')}) {
        ASSERT_TRUE(store_->put(Shelf::sessions, {key, bytes, {}}));
        start();
        EXPECT_FALSE(has(session)) << bytes;
    }
    ASSERT_TRUE(store_->put(Shelf::sessions, {"short", amira_.text() + " " + nine.iso() + " " + nine.iso(), {}}));
    start();
    EXPECT_EQ(on_the_shelf(), 2u);
}

}  // namespace
}  // namespace steadfast::app
