#pragma once

#include "base/instant.hpp"
#include "ledger/store.hpp"
#include "web/sign_in/session.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace steadfast::app {

/// Sessions that outlive the server. They stand in memory, where each request looks, and on the store's shelf for them, from
/// which the next server takes them: the token's digest, whose session it is, when it began and when it was last used. A
/// thread of its own writes, so that no page waits for it.
class KeptSessions final : public web::SessionTable {
public:
    /// Takes up what the store has; one that is away just now is asked again.
    KeptSessions(ledger::Store& store, web::SessionTerms terms);
    /// Writes what was still to be written, if the store takes it.
    ~KeptSessions() override;
    KeptSessions(const KeptSessions&) = delete;
    KeptSessions& operator=(const KeptSessions&) = delete;

    void put(const web::Session& session) override;
    [[nodiscard]] std::optional<web::Session> find(const web::TokenHash& token) override;
    /// The shelf learns of a use at most once a minute, so after a kill a session may run out a minute early.
    void touch(const web::TokenHash& token, Instant now) override;
    void remove(const web::TokenHash& token) override;
    void remove_all_of(const web::AccountId& account) override;
    [[nodiscard]] std::vector<web::Session> all_of(const web::AccountId& account) override;
    void remove_stale(Instant idle_since, Instant started_before) override;

    /// Waits until the shelf has what was changed until now. False where it does not after so long; it is tried on.
    bool settle(std::chrono::milliseconds patience);

    static constexpr std::int64_t seconds_between_writes = 60;

private:
    struct Hash {
        std::size_t operator()(const web::TokenHash& token) const noexcept;
    };
    struct Kept {
        web::Session session;
        Instant written;   ///< The last use that the shelf knows of, or is about to.
    };

    void work();
    [[nodiscard]] Result<void> take_up();
    [[nodiscard]] Result<void> write_what_changed();
    [[nodiscard]] Result<void> write(const web::TokenHash& token);
    // With the mutex:
    template <class Ends>
    void remove_where(Ends ends);
    void has_changed(const web::TokenHash& token);
    void hear_of_endings();

    ledger::Store& store_;
    const web::SessionTerms terms_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::condition_variable written_;
    std::unordered_map<web::TokenHash, Kept, Hash> sessions_;
    std::unordered_set<web::TokenHash, Hash> to_write_;   ///< The shelf does not have these as they are, or has them no more.
    std::uint64_t changes_ = 0;
    std::uint64_t changes_written_ = 0;
    bool is_taken_up_ = false;
    std::size_t endings_heard_ = 0;
    bool ending_ = false;
    std::thread thread_;
};

/// Ends every session of a worker's at once, on the shelf and in the server that runs in this process: their password or
/// their access has changed.
[[nodiscard]] Result<void> end_kept_sessions(ledger::Store& store, ledger::WorkerId worker);

}  // namespace steadfast::app
