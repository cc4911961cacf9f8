#include "web/sign_in/session.hpp"

#include "web/sign_in/secrets.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace steadfast::web {

namespace {

/// So that a page with many requests does not write its session again and again.
constexpr std::int64_t seconds_between_touches = 10;

bool has_run_out(const Session& session, const SessionTerms& terms, Instant now) {
    return session.last_used.plus_seconds(terms.idle_seconds) <= now || session.started.plus_seconds(terms.whole_seconds) <= now;
}

}  // namespace

std::string Sessions::begin(const AccountId& account, Instant now, Proof proof, std::string device) {
    const std::string token = random_token();
    table_.put({hash_of_token(token), account, now, now, proof, std::move(device)});
    return cookie(token, terms_.whole_seconds);
}

std::optional<Session> Sessions::find(const Request& request) {
    const std::string_view token = token_of(request);
    if (token.size() != token_letters) return std::nullopt;
    const TokenHash hash = hash_of_token(token);
    auto session = table_.find(hash);
    if (!session) return std::nullopt;

    const Instant now = request.received();
    if (has_run_out(*session, terms_, now)) {
        table_.remove(hash);
        return std::nullopt;
    }
    if (session->last_used.plus_seconds(seconds_between_touches) <= now) {
        table_.touch(hash, now);
        session->last_used = now;
    }
    return session;
}

std::string Sessions::end(const Request& request) {
    if (const std::string_view token = token_of(request); !token.empty()) table_.remove(hash_of_token(token));
    return cookie("", 0);
}

void Sessions::prove(Session session, Proof proof) {
    session.proof = proof;
    table_.put(session);
}

std::vector<Session> Sessions::all_of(const AccountId& account, Instant now) {
    std::vector<Session> sessions = table_.all_of(account);
    std::erase_if(sessions, [&](const Session& session) { return has_run_out(session, terms_, now); });
    std::sort(sessions.begin(), sessions.end(), [](const Session& a, const Session& b) { return a.last_used > b.last_used; });
    return sessions;
}

void Sessions::end_one_of(const AccountId& account, std::string_view name) {
    for (const Session& session : table_.all_of(account))
        if (name_of(session) == name) table_.remove(session.token);
}

void Sessions::end_others_of(const Session& kept) {
    for (const Session& session : table_.all_of(kept.account))
        if (session.token != kept.token) table_.remove(session.token);
}

void Sessions::remove_stale(Instant now) {
    table_.remove_stale(now.plus_seconds(-terms_.idle_seconds), now.plus_seconds(-terms_.whole_seconds));
}

std::string_view Sessions::cookie_name() const { return terms_.behind_tls ? "__Host-session" : "session"; }

/// SameSite=Lax, not Strict: with Strict a worker who follows a link in an email to a child's page would seem to be
/// signed out. Lax sends the cookie with such a link only, never with a form from elsewhere; forms carry their own token too.
std::string Sessions::cookie(std::string_view value, std::int64_t seconds) const {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(), value, seconds,
                       terms_.behind_tls ? "; Secure" : "");
}

void SessionsInMemory::put(const Session& session) {
    const std::lock_guard lock(mutex_);
    sessions_.insert_or_assign(session.token, session);
}

std::optional<Session> SessionsInMemory::find(const TokenHash& token) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(token);
    return found == sessions_.end() ? std::nullopt : std::optional(found->second);
}

void SessionsInMemory::touch(const TokenHash& token, Instant now) {
    const std::lock_guard lock(mutex_);
    if (const auto found = sessions_.find(token); found != sessions_.end())
        found->second.last_used = std::max(found->second.last_used, now);
}

void SessionsInMemory::remove(const TokenHash& token) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(token);
}

void SessionsInMemory::remove_all_of(const AccountId& account) {
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [&](const auto& entry) { return entry.second.account == account; });
}

std::vector<Session> SessionsInMemory::all_of(const AccountId& account) {
    const std::lock_guard lock(mutex_);
    std::vector<Session> sessions;
    for (const auto& [token, session] : sessions_)
        if (session.account == account) sessions.push_back(session);
    return sessions;
}

void SessionsInMemory::remove_stale(Instant idle_since, Instant started_before) {
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [&](const auto& entry) {
        return entry.second.last_used <= idle_since || entry.second.started <= started_before;
    });
}

std::size_t SessionsInMemory::FirstEightBytes::operator()(const TokenHash& token) const noexcept {
    std::size_t value;
    std::memcpy(&value, token.data(), sizeof value);
    return value;
}

std::string name_of(const Session& session) {
    const std::string_view token(reinterpret_cast<const char*>(session.token.data()), session.token.size());
    return base64url(keyed_hash(token, "name of a session"));
}

}  // namespace steadfast::web
