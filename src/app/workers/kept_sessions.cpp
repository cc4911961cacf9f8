#include "app/workers/kept_sessions.hpp"

#include "web/sign_in/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <vector>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;
using ledger::Shelf;
using ledger::Shelved;

/// Whose sessions a command ended in this process, in order. A session that is being written must not come back to a shelf from
/// which it is being removed, so both are done one at a time.
struct Endings {
    std::mutex one_at_a_time;
    std::mutex mutex;
    std::vector<web::AccountId> accounts;
    std::atomic<std::size_t> count{0};
};

Endings& all_endings() {
    static Endings endings;
    return endings;
}

std::string key_of(const web::TokenHash& token) { return web::base64url(token); }

constexpr std::array proofs{std::pair{web::Proof::password, std::string_view("password")},
                            std::pair{web::Proof::second_factor, std::string_view("second_factor")},
                            std::pair{web::Proof::single_sign_on, std::string_view("single_sign_on")}};

std::string_view words_of(web::Proof proof) {
    for (const auto& [one, words] : proofs)
        if (one == proof) return words;
    return "password";
}

/// Account, start, last use, proof, and the device in words to the end: a session kept by an earlier release has the first three.
std::string text_of(const web::Session& session) {
    return fmt::format("{} {} {} {} {}", session.account.text(), session.started.iso(), session.last_used.iso(), words_of(session.proof), session.device);
}

/// None for a row that this program did not write.
std::optional<web::Session> session_in(const Shelved& shelved) {
    const auto key = web::from_base64url(shelved.key);
    std::string_view text = shelved.bytes;
    const auto next_word = [&text] {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        return word;
    };
    if (!key || key->size() != std::tuple_size_v<web::TokenHash>) return std::nullopt;
    const auto account = web::AccountId::parse(next_word());
    const auto started = Instant::parse_iso(next_word());
    const auto last_used = Instant::parse_iso(next_word());
    if (!account || !started || !last_used) return std::nullopt;
    web::Session session{{}, *account, *started, *last_used};
    const std::string_view proof = next_word();
    for (const auto& [one, words] : proofs)
        if (words == proof) session.proof = one;
    session.device = text;
    std::memcpy(session.token.data(), key->data(), session.token.size());
    return session;
}

}  // namespace

KeptSessions::KeptSessions(ledger::Store& store, web::SessionTerms terms) : store_(store), terms_(terms), endings_heard_(all_endings().count) {
    (void)take_up();
    thread_ = std::thread([this] { work(); });
}

KeptSessions::~KeptSessions() {
    {
        const std::lock_guard hold(mutex_);
        ending_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

// --- what requests ask ---

template <class Ends>
void KeptSessions::remove_where(Ends ends) {
    std::erase_if(sessions_, [&](const auto& entry) {
        if (!ends(entry.second.session)) return false;
        has_changed(entry.first);
        return true;
    });
}

void KeptSessions::put(const web::Session& session) {
    const std::lock_guard hold(mutex_);
    hear_of_endings();
    sessions_.insert_or_assign(session.token, Kept{session, session.last_used});
    has_changed(session.token);
}

std::optional<web::Session> KeptSessions::find(const web::TokenHash& token) {
    const std::lock_guard hold(mutex_);
    hear_of_endings();
    const auto found = sessions_.find(token);
    return found == sessions_.end() ? std::nullopt : std::optional(found->second.session);
}

void KeptSessions::touch(const web::TokenHash& token, Instant now) {
    const std::lock_guard hold(mutex_);
    const auto found = sessions_.find(token);
    if (found == sessions_.end()) return;
    Kept& kept = found->second;
    kept.session.last_used = std::max(kept.session.last_used, now);
    if (kept.session.last_used < kept.written.plus_seconds(seconds_between_writes)) return;
    kept.written = kept.session.last_used;
    has_changed(token);
}

void KeptSessions::remove(const web::TokenHash& token) {
    const std::lock_guard hold(mutex_);
    if (sessions_.erase(token) > 0 || !is_taken_up_) has_changed(token);
}

void KeptSessions::remove_all_of(const web::AccountId& account) {
    const std::lock_guard hold(mutex_);
    remove_where([&](const web::Session& session) { return session.account == account; });
}

std::vector<web::Session> KeptSessions::all_of(const web::AccountId& account) {
    const std::lock_guard hold(mutex_);
    hear_of_endings();
    std::vector<web::Session> sessions;
    for (const auto& [token, kept] : sessions_)
        if (kept.session.account == account) sessions.push_back(kept.session);
    return sessions;
}

void KeptSessions::remove_stale(Instant idle_since, Instant started_before) {
    const std::lock_guard hold(mutex_);
    remove_where([&](const web::Session& session) { return session.last_used <= idle_since || session.started <= started_before; });
}

void KeptSessions::has_changed(const web::TokenHash& token) {
    to_write_.insert(token);
    ++changes_;
    asked_.notify_one();
}

void KeptSessions::hear_of_endings() {
    Endings& endings = all_endings();
    if (endings.count == endings_heard_) return;
    const std::lock_guard hold(endings.mutex);
    for (; endings_heard_ < endings.accounts.size(); ++endings_heard_)
        remove_where([&](const web::Session& session) { return session.account == endings.accounts[endings_heard_]; });
}

bool KeptSessions::settle(std::chrono::milliseconds patience) {
    std::unique_lock hold(mutex_);
    return written_.wait_for(hold, patience, [this, wanted = changes_] { return changes_written_ >= wanted; });
}

// --- the thread ---

void KeptSessions::work() {
    std::unique_lock hold(mutex_);
    for (;;) {
        asked_.wait_for(hold, 1s, [this] { return ending_ || !to_write_.empty(); });
        const bool is_last = ending_;
        hold.unlock();
        const auto kept_up = take_up().and_then([this] { return write_what_changed(); });
        hold.lock();
        if (is_last) return;
        // The store is away: whoever signs in meanwhile is in, and is written down once it is back.
        if (!kept_up) asked_.wait_for(hold, 1s, [this] { return ending_; });
    }
}

Result<void> KeptSessions::take_up() {
    if (is_taken_up_) return {};
    const std::lock_guard turn(all_endings().one_at_a_time);
    const auto shelf = store_.all(Shelf::sessions);
    if (!shelf) return refuse(shelf.error());
    const std::lock_guard hold(mutex_);
    for (const Shelved& shelved : *shelf) {
        const auto session = session_in(shelved);
        if (session && !to_write_.contains(session->token)) sessions_.try_emplace(session->token, Kept{*session, session->last_used});
    }
    is_taken_up_ = true;
    return {};
}

Result<void> KeptSessions::write_what_changed() {
    std::unique_lock hold(mutex_);
    const std::uint64_t until = changes_;
    const std::vector<web::TokenHash> tokens(to_write_.begin(), to_write_.end());
    for (const web::TokenHash& token : tokens) {
        to_write_.erase(token);   // Whoever changes it from here on asks for it again.
        hold.unlock();
        const auto done = write(token);
        hold.lock();
        if (done) continue;
        to_write_.insert(token);
        return done;
    }
    changes_written_ = until;
    written_.notify_all();
    return {};
}

Result<void> KeptSessions::write(const web::TokenHash& token) {
    const std::lock_guard turn(all_endings().one_at_a_time);
    std::optional<web::Session> session;
    {
        const std::lock_guard hold(mutex_);
        hear_of_endings();
        if (const auto found = sessions_.find(token); found != sessions_.end()) session = found->second.session;
    }
    if (!session) return store_.remove(Shelf::sessions, key_of(token));
    return store_.put(Shelf::sessions, {key_of(token), text_of(*session), session->started.plus_seconds(terms_.whole_seconds)});
}

std::size_t KeptSessions::Hash::operator()(const web::TokenHash& token) const noexcept {
    std::size_t value;
    std::memcpy(&value, token.data(), sizeof value);
    return value;
}

Result<void> end_kept_sessions(ledger::Store& store, ledger::WorkerId worker) {
    Endings& endings = all_endings();
    const web::AccountId account(worker.bytes());
    const std::lock_guard turn(endings.one_at_a_time);
    {
        const std::lock_guard hold(endings.mutex);
        endings.accounts.push_back(account);
        endings.count = endings.accounts.size();
    }
    const auto shelf = store.all(Shelf::sessions);
    if (!shelf) return refuse(shelf.error());
    for (const Shelved& shelved : *shelf) {
        const auto session = session_in(shelved);
        if (!session || session->account != account) continue;
        if (auto removed = store.remove(Shelf::sessions, shelved.key); !removed) return removed;
    }
    return {};
}

}  // namespace steadfast::app
