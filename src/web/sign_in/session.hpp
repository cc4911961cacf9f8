#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace steadfast::web {

/// Whoever signs in: this layer knows them by an id alone.
struct Account;
using AccountId = Id<Account>;

/// BLAKE2b of a session's token. The token itself is in the browser's cookie and nowhere else, so a look at our memory or
/// our store lets nobody in.
using TokenHash = std::array<std::uint8_t, 32>;

/// How somebody showed who they are when a session began.
enum class Proof : std::uint8_t {
    password,        ///< A password alone.
    second_factor,   ///< A password, and a code that only they could have.
    single_sign_on,  ///< The organisation's own sign-in vouches for them.
};

struct Session {
    TokenHash token{};
    AccountId account;
    Instant started;
    Instant last_used;
    Proof proof = Proof::password;
    std::string device = {};   ///< In words, for its owner: device_in_words.
};

/// Where sessions are kept. Calls come from many threads at once.
class SessionTable {
public:
    virtual ~SessionTable() = default;
    virtual void put(const Session& session) = 0;
    [[nodiscard]] virtual std::optional<Session> find(const TokenHash& token) = 0;
    virtual void touch(const TokenHash& token, Instant now) = 0;
    virtual void remove(const TokenHash& token) = 0;
    virtual void remove_all_of(const AccountId& account) = 0;
    /// Everywhere that somebody is signed in, in no order.
    [[nodiscard]] virtual std::vector<Session> all_of(const AccountId& account) = 0;
    /// Removes those not used since `idle_since` and those started before `started_before`.
    virtual void remove_stale(Instant idle_since, Instant started_before) = 0;
};

class SessionsInMemory final : public SessionTable {
public:
    void put(const Session& session) override;
    [[nodiscard]] std::optional<Session> find(const TokenHash& token) override;
    void touch(const TokenHash& token, Instant now) override;
    void remove(const TokenHash& token) override;
    void remove_all_of(const AccountId& account) override;
    [[nodiscard]] std::vector<Session> all_of(const AccountId& account) override;
    void remove_stale(Instant idle_since, Instant started_before) override;

private:
    struct FirstEightBytes {
        std::size_t operator()(const TokenHash& token) const noexcept;
    };
    std::mutex mutex_;
    std::unordered_map<TokenHash, Session, FirstEightBytes> sessions_;
};

struct SessionTerms {
    std::int64_t idle_seconds = 1800;        ///< Half an hour without a request, and one is signed out…
    std::int64_t whole_seconds = 43'200;  ///< …and after twelve in any case: a shift, not a week.
    bool behind_tls = false;                    ///< The cookie is then bound to this host and to https.
};

/// Who is signed in. Signing in always makes a new session; what a browser brought along is never taken over.
class Sessions {
public:
    Sessions(SessionTable& table, SessionTerms terms) : table_(table), terms_(terms) {}

    /// Signed in: the header to answer with, "Set-Cookie".
    [[nodiscard]] std::string begin(const AccountId& account, Instant now, Proof proof = Proof::password, std::string device = {});
    /// Its owner has shown more of who they are since it began.
    void prove(Session session, Proof proof);
    /// Those of somebody that have not run out, the last used first.
    [[nodiscard]] std::vector<Session> all_of(const AccountId& account, Instant now);
    /// Ends one of somebody's own, named by name_of; nothing happens where it is not theirs or has ended.
    void end_one_of(const AccountId& account, std::string_view name);
    /// All of somebody's but this one.
    void end_others_of(const Session& kept);
    /// The session this request belongs to, if it has one that has not run out. Counts as use of it.
    [[nodiscard]] std::optional<Session> find(const Request& request);
    /// Signed out: ends it and gives the Set-Cookie that makes the browser forget.
    [[nodiscard]] std::string end(const Request& request);
    /// A permission or a password changed: everywhere at once.
    void end_all_of(const AccountId& account) { table_.remove_all_of(account); }
    void remove_stale(Instant now);

    /// The token that the request's cookie holds, "" if none. For deriving what belongs to the session; never to be shown.
    [[nodiscard]] std::string_view token_of(const Request& request) const { return request.cookie(cookie_name()); }
    [[nodiscard]] std::string_view cookie_name() const;

private:
    [[nodiscard]] std::string cookie(std::string_view value, std::int64_t seconds) const;
    SessionTable& table_;
    SessionTerms terms_;
};

/// A session's name, for a list of them: nobody can sign in with it.
[[nodiscard]] std::string name_of(const Session& session);

}  // namespace steadfast::web
