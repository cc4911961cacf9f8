#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "record/book/bookkeeper.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace steadfast::record {

/// Keeps a Book beside the process that writes: reads what is appended, a moment later. Each entry must follow on the one
/// before it; where it does not, a failed-over database has used numbers again, and everything is read anew.
class Follower {
public:
    /// Opens the store for reading, replays it and begins to follow.
    [[nodiscard]] static Result<std::unique_ptr<Follower>> open(std::string_view store_address, const Catalogue& catalogue, const Clock& clock,
                                                                const Opening& opening = {});
    [[nodiscard]] static Result<std::unique_ptr<Follower>> open(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock,
                                                                const Opening& opening = {});
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// The Book, at most five seconds behind the store. Refused (unavailable) where the store has not answered for longer:
    /// an old page about a child must not pass for a new one.
    [[nodiscard]] Result<std::shared_ptr<const Book>> book() const;

    /// Follows no more, and gives the Book's keeper to whoever takes over from the writer. No other function may be called then.
    [[nodiscard]] std::unique_ptr<Bookkeeper> stop();

    /// How often everything had to be read anew. For those who watch over the machine.
    [[nodiscard]] std::size_t reloads() const { return reloads_.load(); }

    static constexpr int most_seconds_behind = 5;

private:
    Follower(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock);
    void follow();
    [[nodiscard]] Result<void> catch_up(const ledger::Head& head);
    [[nodiscard]] Result<void> reload(const Opening& opening = {});
    void publish();

    std::unique_ptr<ledger::Store> store_;
    const Catalogue& catalogue_;
    const Clock& clock_;
    std::unique_ptr<Bookkeeper> bookkeeper_;
    std::atomic<std::shared_ptr<const Book>> published_;
    std::atomic<std::int64_t> last_heard_;   ///< Microseconds since 1970.
    std::atomic<std::size_t> reloads_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace steadfast::record
