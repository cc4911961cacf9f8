#include "ledger/filling.hpp"

#include "ledger/chain.hpp"
#include "ledger/change_limits.hpp"
#include "ledger/id_table.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace steadfast::ledger {
namespace {

constexpr std::size_t entries_in_a_group = 4'096;
constexpr std::size_t groups_that_wait = 3;   // More would only be memory: the store is the slower of the two.

/// Appends groups in their order on a thread of its own, until one fails.
class GroupWriter {
public:
    explicit GroupWriter(Store& store) : store_(store), thread_([this] { work(); }) {}
    ~GroupWriter() {
        {
            const std::lock_guard hold(mutex_);
            ending_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    /// Waits where too many groups do already. Refused where a group before this one could not be written.
    [[nodiscard]] Result<void> write(std::vector<Entry> group) {
        std::unique_lock hold(mutex_);
        changed_.wait(hold, [&] { return failed_ || waiting_.size() < groups_that_wait; });
        if (failed_) return refuse(*failed_);
        waiting_.push_back(std::move(group));
        changed_.notify_all();
        return {};
    }
    [[nodiscard]] Result<void> wait_for_all() {
        std::unique_lock hold(mutex_);
        changed_.wait(hold, [&] { return failed_ || (waiting_.empty() && !is_writing_); });
        if (failed_) return refuse(*failed_);
        return {};
    }

private:
    void work() {
        std::unique_lock hold(mutex_);
        for (;;) {
            changed_.wait(hold, [&] { return ending_ || !waiting_.empty(); });
            if (ending_ || failed_) return;
            const std::vector<Entry> group = std::move(waiting_.front());
            waiting_.pop_front();
            is_writing_ = true;
            changed_.notify_all();
            hold.unlock();
            const auto done = store_.append(group, {});
            hold.lock();
            is_writing_ = false;
            if (!done) failed_ = done.error();
            changed_.notify_all();
            if (failed_) return;
        }
    }

    Store& store_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::vector<Entry>> waiting_;
    bool is_writing_ = false;
    bool ending_ = false;
    std::optional<Refusal> failed_;
    std::thread thread_;
};

tl::unexpected<Refusal> wrong(std::string says) {
    return refuse(Refusal::Kind::invalid, std::move(says), "This is a fault in what fills the record; nothing was kept.");
}

}  // namespace

struct Filling::Inside {
    explicit Inside(Store& kept) : store(kept), writer(std::in_place, kept) {}

    [[nodiscard]] Result<void> hand_over();

    Store& store;
    Head head;
    Instant last_recorded;
    IdTable<ItemId> versions;
    IdTable<IdempotencyKey> keys;
    std::vector<Entry> group;
    std::optional<GroupWriter> writer;   // Ends first.
};

Filling::Filling(Store& store) : inside_(std::make_unique<Inside>(store)) {}

Filling::~Filling() = default;

Result<std::unique_ptr<Filling>> Filling::start(Store& store) {
    if (auto begun = store.start_filling(); !begun) return refuse(begun.error());
    return std::unique_ptr<Filling>(new Filling(store));
}

Result<void> Filling::add(Instant recorded_at, Change change) {
    Inside& inside = *inside_;
    if (recorded_at < inside.last_recorded) return wrong("What is recorded later comes later in the chain.");
    if (auto checked = check_change(change); !checked) return checked;
    if (change.kind == Kind::destroyed || !batch_of(change).is_none()) return wrong("A record is filled with saves alone.");
    std::uint32_t& version = inside.versions[change.item];
    if (change.starts_from != version)
        return refuse(Refusal::Kind::clash, fmt::format("Version {} is there; this was written from version {}.", version, change.starts_from));
    if (!change.key.is_none() && inside.keys[change.key]++ != 0) return wrong("Something else was already recorded under this key.");
    ++version;
    inside.last_recorded = recorded_at;
    inside.group.push_back(chained(std::move(change), inside.head.seq + 1, recorded_at, inside.head.hash));
    inside.head = {inside.group.back().seq, inside.group.back().hash};
    return inside.group.size() < entries_in_a_group ? Result<void>() : inside.hand_over();
}

Result<void> Filling::Inside::hand_over() {
    std::vector<Entry> next;
    next.reserve(entries_in_a_group);
    std::swap(group, next);
    return writer->write(std::move(next));
}

Result<Head> Filling::finish() {
    if (auto handed = inside_->hand_over(); !handed) return refuse(handed.error());
    if (auto written = inside_->writer->wait_for_all(); !written) return refuse(written.error());
    // What was remembered to judge by is not needed for the indexes, which need the memory themselves.
    inside_->versions = {};
    inside_->keys = {};
    if (auto finished = inside_->store.finish_filling(); !finished) return refuse(finished.error());
    return inside_->head;
}

}  // namespace steadfast::ledger
