#pragma once

#include "ledger/store.hpp"
#include "record/drafts/draft.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace steadfast::record {

/// What somebody wants kept of a form.
struct DraftAsked {
    ledger::WorkerId worker;
    std::string form;
    std::string name;
    std::vector<ledger::SubjectId> about = {};
    ledger::ItemId item = {};
    web::Fields fields = {};
    /// The revision that this text goes on from, 0 where the page knew of none, and the window it was typed in. Where another window or
    /// device has saved since, the draft stays as it is and whoever asks is told. The same window may always save again: the answer to its
    /// last try may have been lost.
    std::uint64_t goes_on_from = 0;
    DraftWindow window = {};
    bool replaces_any = false;        ///< They were told, and want theirs.
    ledger::IdempotencyKey save_key = {};   ///< Of the form, where it has one: a draft that comes after its form was saved is dropped.
};

/// Everybody's drafts: one for each worker and form, on the server from the first pause in typing, on whatever device it is opened again.
/// A thread of its own writes what has changed since it wrote last in one go, so that many people who type cost the store a few
/// writes a second, and a save of the record never waits for more than one of them.
class Drafts {
public:
    using Answer = std::function<void(Result<DraftHead>)>;

    /// Reads what is on the shelf. The store must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<Drafts>> open(ledger::Store& store, const DraftSecret& secret);
    ~Drafts();   ///< Writes what still waits.
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// Answers once it is on the disk, on the thread that writes; a refusal before that, on the caller's. Refused: invalid where it is
    /// too long or one too many, clash where another window has saved since, unavailable where the store can't be written to.
    void keep(DraftAsked asked, Instant now, Answer answer);
    [[nodiscard]] Result<DraftHead> keep_and_wait(DraftAsked asked, Instant now);

    /// A worker's own draft of a form, or by its id; none where there is none, where it has expired, or where its form was saved.
    [[nodiscard]] Result<std::optional<Draft>> find(ledger::WorkerId worker, std::string_view form, Instant now);
    [[nodiscard]] Result<std::optional<Draft>> find(ledger::WorkerId worker, DraftId id, Instant now);

    /// The form was saved: its draft goes, and one that is still on its way is not kept.
    void form_was_saved(ledger::WorkerId worker, std::string_view form, ledger::IdempotencyKey save_key);
    /// Its writer does not want it any more.
    void discard(ledger::WorkerId worker, DraftId id);

    /// Latest first. What has expired is left out.
    [[nodiscard]] std::vector<DraftHead> of(ledger::WorkerId worker, Instant now) const;
    [[nodiscard]] std::vector<DraftHead> about(ledger::SubjectId subject, Instant now) const;
    [[nodiscard]] std::vector<DraftHead> on(ledger::ItemId item, Instant now) const;
    /// Drafts on the shelf that this council's secret can't read: they were kept under another.
    [[nodiscard]] std::size_t unreadable() const { return unreadable_; }

    void remove_expired(Instant now);
    /// Waits until what was changed before the call is on the disk, at most so long.
    bool settle(std::chrono::milliseconds patience);

private:
    Drafts(ledger::Store& store, const DraftSecret& secret) : store_(store), seal_(secret) {}
    struct Kept {
        DraftHead head;
        std::string waiting;             ///< Sealed, until it is written.
        std::vector<Answer> answers;     ///< Of those who wait for that.
    };
    [[nodiscard]] Result<void> check(const DraftAsked& asked, DraftId id) const;
    [[nodiscard]] Result<std::optional<Draft>> read(ledger::WorkerId worker, DraftId id, Instant now);
    template <class Wanted>
    [[nodiscard]] std::vector<DraftHead> all_where(Wanted wanted, Instant now) const;
    void remove(DraftId id);
    void work();
    [[nodiscard]] bool write(std::unique_lock<std::mutex>& hold);

    ledger::Store& store_;
    DraftSeal seal_;
    std::size_t unreadable_ = 0;

    mutable std::mutex mutex_;
    std::map<DraftId, Kept> kept_;
    std::set<DraftId> to_write_;          // Changed or gone since they were last written.
    std::map<ledger::IdempotencyKey, std::uint64_t> saved_forms_;   // With when, in changes: only the latest are remembered.
    std::uint64_t changes_ = 0;
    std::uint64_t changes_written_ = 0;
    std::condition_variable asked_;
    std::condition_variable written_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace steadfast::record
