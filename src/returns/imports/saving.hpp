#pragma once

#include "ledger/ledger.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace steadfast::returns {

/// Hands changes to the ledger in groups of two thousand, two of them at a time: enough to keep it busy, and few enough that
/// a person's save between them waits for tens of milliseconds only.
class Saving {
public:
    explicit Saving(ledger::Ledger& ledger) : ledger_(ledger) {}
    ~Saving();
    Saving(const Saving&) = delete;
    Saving& operator=(const Saving&) = delete;

    /// Takes a change; it may be saved later. Refuses once some group was refused: then nothing more is handed over.
    [[nodiscard]] Result<void> add(ledger::Change change);
    /// Hands over what is left and waits until all is answered.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] std::size_t saved() const { return saved_; }

private:
    [[nodiscard]] Result<void> hand_over();
    void wait_until_at_most(std::size_t open);

    ledger::Ledger& ledger_;
    std::vector<ledger::Change> group_;
    std::mutex mutex_;
    std::condition_variable answered_;
    std::size_t open_ = 0;
    std::size_t saved_ = 0;
    std::optional<Refusal> refused_;
};

}  // namespace steadfast::returns
