#pragma once

#include "ledger/ledger.hpp"

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace steadfast::ledger {

/// Versions and keys in a record that is being filled: its store has no indexes to ask until the end.
struct Filled {
    std::unordered_map<ItemId, std::uint32_t> versions;
    std::unordered_set<IdempotencyKey> keys;
};

/// Saves that will be committed together. Each is judged against the record and the saves judged before it;
/// whatever is accepted is chained on at once, and what is refused leaves no trace.
class Group {
public:
    /// `ended` are the batches that can take no more entries.
    Group(const Head& head, Instant at, const std::unordered_set<BatchId>& ended) : head_(head), at_(at), ended_(ended) {}

    /// Asks the store, once for the whole group, what it holds of these items and keys.
    [[nodiscard]] Result<void> look_up(Store& store, std::span<const Change* const> changes);
    /// Takes the same from memory while the record is being filled.
    void look_up(const Filled& filled, std::span<const Change* const> changes);

    /// All of the changes or none. Checked by check_change before.
    [[nodiscard]] Result<std::vector<Receipt>> judge(std::vector<Change> changes);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] Head head() const { return entries_.empty() ? head_ : Head{entries_.back().seq, entries_.back().hash}; }

private:
    [[nodiscard]] const Entry* saved_under(const IdempotencyKey& key) const;
    [[nodiscard]] Result<std::vector<Receipt>> repeated(const std::vector<Change>& changes) const;
    [[nodiscard]] Result<void> judge_batch(const Change& change, std::vector<BatchId>& ends) const;
    void chain_on(Change change);

    Head head_;
    Instant at_;
    const std::unordered_set<BatchId>& ended_;
    std::unordered_map<ItemId, std::uint32_t> versions_;
    std::unordered_map<IdempotencyKey, Entry> saved_before_;
    std::unordered_set<IdempotencyKey> filled_before_;
    std::unordered_map<IdempotencyKey, std::size_t> saved_now_;   // Places in entries_.
    std::unordered_set<BatchId> ended_now_;
    std::vector<Entry> entries_;
};

}  // namespace steadfast::ledger
