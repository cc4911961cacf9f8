#pragma once

#include "base/result.hpp"
#include "ledger/store.hpp"
#include "record/book/book.hpp"

#include <atomic>
#include <functional>
#include <memory>

namespace steadfast::record {

/// Hears how a replay comes on: entries done, and how many there are.
using Opening = std::function<void(ledger::Sequence done, ledger::Sequence of)>;

/// Keeps the Book: takes entries in the order of the chain and publishes versions. One thread writes; any may read.
class Bookkeeper {
public:
    explicit Bookkeeper(const Catalogue& catalogue);

    /// Replays a store from its beginning up to an entry. Batches count if they were closed by then.
    [[nodiscard]] Result<void> open(ledger::Store& store, ledger::Sequence up_to, const Opening& opening = {});
    /// Replays one person's own entries: what was known about them at that time.
    [[nodiscard]] Result<void> open_one(ledger::Store& store, ledger::SubjectId subject, ledger::Sequence up_to);

    /// Takes what was just committed, and publishes.
    void take(ledger::Store& store, std::span<const ledger::Entry> group);

    /// Takes what a store holds beyond this Book, up to a head. False where that does not follow on from here (a failed-over
    /// database has used numbers again): the Book is then not the store's, and everything must be read anew.
    /// @param goes_on false: stop after the group that is being taken. May be empty.
    [[nodiscard]] Result<bool> catch_up(ledger::Store& store, const ledger::Head& head, const std::function<bool()>& goes_on = {});

    [[nodiscard]] std::shared_ptr<const Book> published() const { return published_.load(std::memory_order_acquire); }

private:
    void apply(const ledger::EntryView& entry);
    void apply_saved(const ledger::EntryView& entry);
    /// An entry that never counts still took a version: whoever saves next starts from it, or could never save again.
    void pass_over(const ledger::EntryView& entry);
    void apply_merge(const ledger::EntryView& entry);
    void end_batch(ledger::Store& store, ledger::BatchId batch, bool counts);
    void forget_destroyed(ledger::Store& store, const ledger::EntryView& order);
    void publish();

    [[nodiscard]] std::uint16_t table_number(std::string_view type);
    [[nodiscard]] Table& writable(std::uint16_t table);
    [[nodiscard]] std::uint32_t person_number(const IdBytes& id);
    [[nodiscard]] std::uint32_t subjects_of(std::span<const ledger::SubjectId> subjects);
    /// 0, which is nobody, where 65,534 workers are numbered already.
    [[nodiscard]] std::uint16_t worker_number(const IdBytes& id);
    [[nodiscard]] std::uint32_t batch_number(ledger::BatchId batch);
    void mention(std::uint32_t subjects, std::uint32_t item);

    const Catalogue& catalogue_;
    Book now_;                             ///< The version being written.
    std::vector<std::shared_ptr<Table>> tables_;
    std::vector<bool> touched_;
    std::shared_ptr<Book::Batches> batches_;
    std::unordered_map<ledger::BatchId, std::uint32_t> batch_numbers_;
    std::unordered_map<ledger::WorkerId, std::uint16_t> worker_numbers_;
    std::unordered_map<std::string_view, std::uint16_t> by_key_;
    const char* last_key_ = nullptr;
    std::uint16_t last_table_ = 0;
    std::uint64_t epoch_ = 1;
    std::atomic<std::shared_ptr<const Book>> published_;
};

}  // namespace steadfast::record
