#include "ledger/ledger.hpp"

#include "ledger/access_writer.hpp"
#include "ledger/change_limits.hpp"
#include "ledger/destruction.hpp"
#include "ledger/group.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace steadfast::ledger {
namespace {

constexpr std::size_t most_changes_at_once = 4'096;   // An import with several saves waiting is written in few large commits.
constexpr std::size_t most_bytes_at_once = 8 * 1024 * 1024;

struct Save {
    std::vector<Change> changes;
    std::vector<AccessLine> lines;
    Ledger::Answer answer;
    std::size_t bytes = 0;
};

Result<void> check(const std::vector<Change>& changes, const std::vector<AccessLine>& lines) {
    for (const Change& change : changes) {
        if (auto checked = check_change(change); !checked) return checked;
        if (change.kind == Kind::destroyed)
            return refuse(Refusal::Kind::invalid, "A destruction is not a save.", "Order it as a destruction.");
    }
    for (const AccessLine& line : lines)
        if (auto checked = check_access_line(line); !checked) return checked;
    return {};
}

bool is_repeat(const std::vector<Receipt>& receipts) { return !receipts.empty() && receipts.front().repeated; }

}  // namespace

struct Ledger::Inside {
    std::unique_ptr<Store> store;
    const Clock& clock;
    std::string destruction_register;
    Listener listener;

    mutable std::mutex mutex;            // Guards what waits and the head as others see it.
    std::condition_variable asked;
    std::deque<Save> saves;
    std::deque<std::function<void()>> orders;   // Work other than saves, done between two groups.
    bool ending = false;
    Head head;

    // Only the ledger's thread touches these.
    bool head_is_sure = false;           // False from a failure until the store has been asked again.
    bool head_was_known = false;
    Instant last_recorded;
    std::unordered_set<BatchId> ended_batches;
    std::optional<Filled> filled;        // While the record is being filled.

    std::optional<AccessWriter> access;
    std::thread thread;

    Inside(std::unique_ptr<Store> kept, const Clock& told, std::string register_path)
        : store(std::move(kept)), clock(told), destruction_register(std::move(register_path)) {
        settle_register();   // A store that is away now is asked again before the first save.
        access.emplace(*store);
        thread = std::thread([this] { work(); });
    }

    ~Inside() {
        {
            const std::lock_guard hold(mutex);
            ending = true;
        }
        asked.notify_all();
        thread.join();
    }

    void work();
    [[nodiscard]] std::vector<Save> take_group(std::unique_lock<std::mutex>& hold);
    void commit(std::vector<Save> group);
    [[nodiscard]] Result<std::vector<Result<std::vector<Receipt>>>> judge_and_append(std::vector<Save>& saves);
    void moved_to(const Group& group);
    [[nodiscard]] Result<void> make_sure_of_head();
    [[nodiscard]] Result<void> catch_up(const Head& now);
    [[nodiscard]] Result<void> look();
    void settle_register();
    [[nodiscard]] Instant next_instant() const { return std::max(clock.now(), last_recorded); }
    [[nodiscard]] Result<Receipt> destroy(Change order, const std::vector<DestroyedParts>& parts, const std::vector<AccessLine>& lines);

    template <class Answered>
    Answered on_own_thread(std::function<Answered()> order) {
        std::promise<Answered> promise;
        {
            const std::lock_guard hold(mutex);
            orders.push_back([&] { promise.set_value(order()); });
        }
        asked.notify_one();
        return promise.get_future().get();
    }
};

// --- the thread ---

void Ledger::Inside::work() {
    for (;;) {
        std::unique_lock hold(mutex);
        asked.wait(hold, [&] { return ending || !saves.empty() || !orders.empty(); });
        if (!orders.empty()) {
            const auto order = std::move(orders.front());
            orders.pop_front();
            hold.unlock();
            order();
        } else if (!saves.empty()) {
            commit(take_group(hold));
        } else {
            return;
        }
    }
}

std::vector<Save> Ledger::Inside::take_group(std::unique_lock<std::mutex>& hold) {
    std::vector<Save> group;
    std::size_t changes = 0;
    std::size_t bytes = 0;
    while (!saves.empty()) {
        const Save& next = saves.front();
        const bool fits = changes + next.changes.size() <= most_changes_at_once && bytes + next.bytes <= most_bytes_at_once;
        if (!fits && !group.empty()) break;
        changes += next.changes.size();
        bytes += next.bytes;
        group.push_back(std::move(saves.front()));
        saves.pop_front();
    }
    hold.unlock();
    return group;
}

void Ledger::Inside::commit(std::vector<Save> group) {
    auto answers = judge_and_append(group);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (answers) group[i].answer(std::move((*answers)[i]));
        else group[i].answer(refuse(answers.error()));
    }
}

Result<std::vector<Result<std::vector<Receipt>>>> Ledger::Inside::judge_and_append(std::vector<Save>& waiting) {
    if (auto sure = make_sure_of_head(); !sure) return refuse(sure.error());
    Group group(head, next_instant(), ended_batches);

    std::vector<const Change*> changes;
    for (const Save& save : waiting)
        for (const Change& change : save.changes) changes.push_back(&change);
    if (filled) {
        group.look_up(*filled, changes);
    } else if (auto known = group.look_up(*store, changes); !known) {
        return refuse(known.error());
    }

    std::vector<Result<std::vector<Receipt>>> answers;
    std::vector<AccessLine> lines;
    for (Save& save : waiting) {
        answers.push_back(group.judge(std::move(save.changes)));
        // The line about a save that is repeated was committed with it the first time.
        if (answers.back() && !is_repeat(*answers.back())) std::move(save.lines.begin(), save.lines.end(), std::back_inserter(lines));
    }
    if (group.entries().empty() && lines.empty()) return answers;

    if (auto done = store->append(group.entries(), lines); !done) {
        head_is_sure = false;
        if (filled) {
            // A filling that failed was taken back whole, and the store is empty again.
            filled.reset();
            ended_batches.clear();
            const std::lock_guard hold(mutex);
            head = Head{};
        }
        return refuse(done.error());
    }
    moved_to(group);
    return answers;
}

void Ledger::Inside::moved_to(const Group& group) {
    if (group.entries().empty()) return;
    last_recorded = group.entries().back().recorded_at;
    for (const Entry& entry : group.entries()) {
        if (ends_batch(entry)) ended_batches.insert(batch_of(entry));
        if (!filled) continue;
        filled->versions[entry.item] = entry.version;
        if (!entry.key.is_none()) filled->keys.insert(entry.key);
    }
    {
        const std::lock_guard hold(mutex);
        head = group.head();
    }
    if (listener) listener(group.entries());
}

// --- the head ---

Result<void> Ledger::Inside::make_sure_of_head() {
    if (head_is_sure) return {};
    const auto now = store->head();
    if (!now) return refuse(now.error());
    const auto batches = store->batches();
    if (!batches) return refuse(batches.error());
    if (head_was_known) {
        if (auto caught_up = catch_up(*now); !caught_up) return caught_up;
    }
    if (now->seq != 0) {
        const auto last = store->entry(now->seq);
        if (!last) return refuse(last.error());
        if (*last) last_recorded = (*last)->recorded_at;
    }
    for (const Batch& batch : *batches)
        if (batch.ended != 0) ended_batches.insert(batch.id);
    head_is_sure = true;
    head_was_known = true;
    const std::lock_guard hold(mutex);
    head = *now;
    return {};
}

Result<void> Ledger::Inside::catch_up(const Head& now) {
    // A commit whose answer was lost may have been done after all; whoever listens must then hear of it now.
    if (now == head) return {};
    if (head.seq != 0) {
        const auto ours = store->entry(head.seq);
        if (!ours) return refuse(ours.error());
        if (!*ours || (*ours)->hash != head.hash)
            return refuse(Refusal::Kind::unavailable, "The database no longer holds what it held: it may have gone back to an older copy.",
                          "Stop the program, verify the record against its anchor, and start again.");
    }
    std::vector<Entry> missed;
    if (auto read = store->read_whole(head.seq + 1, now.seq, [&](const Entry& entry) { missed.push_back(entry); return true; }); !read) return read;
    if (listener && !missed.empty()) listener(missed);
    return {};
}

Result<void> Ledger::Inside::look() {
    if (filled) return {};   // Nobody can have come in between: a filling that loses its lock is lost.
    if (auto held = store->hold_lock(); !held) return held;
    const auto now = store->head();
    if (!now) return refuse(now.error());
    if (head_is_sure && *now == head) return {};
    head_is_sure = false;
    return make_sure_of_head();
}

// --- destruction ---

Result<Receipt> Ledger::Inside::destroy(Change order, const std::vector<DestroyedParts>& parts, const std::vector<AccessLine>& lines) {
    if (filled)
        return refuse(Refusal::Kind::unavailable, "The record is being filled.", "Wait until that is done.");
    if (auto sure = make_sure_of_head(); !sure) return refuse(sure.error());
    if (auto named = name_what_goes(order, parts); !named) return refuse(named.error());
    if (auto checked = check_change(order); !checked) return refuse(checked.error());

    Group group(head, next_instant(), ended_batches);
    const Change* const only[] = {&order};
    if (auto known = group.look_up(*store, only); !known) return refuse(known.error());
    std::vector<Change> changes;
    changes.push_back(std::move(order));
    const auto judged = group.judge(std::move(changes));
    if (!judged) return refuse(judged.error());
    if (judged->front().repeated) return judged->front();

    auto written = DestructionRegister::open(destruction_register);
    if (!written) return refuse(written.error());
    const Entry& entry = group.entries().front();
    if (auto ordered = register_destruction(*store, *written, entry, parts); !ordered) return refuse(ordered.error());
    if (auto done = store->destroy(entry, parts, lines); !done) {
        head_is_sure = false;
        settle_register();
        return refuse(done.error());
    }
    moved_to(group);
    // Should this line not reach the disk, the next destruction finds the order in the record and writes it then.
    static_cast<void>(written->write_done(entry.hash));
    return judged->front();
}

void Ledger::Inside::settle_register() {
    // What can't be settled now is settled before the next destruction.
    if (!make_sure_of_head() || destruction_register.empty()) return;
    if (auto written = DestructionRegister::open(destruction_register)) static_cast<void>(settle_destructions(*store, *written));
}

// --- Ledger ---

Ledger::Ledger(std::unique_ptr<Store> store, const Clock& clock, std::string destruction_register)
    : inside_(std::make_unique<Inside>(std::move(store), clock, std::move(destruction_register))) {}

Ledger::~Ledger() = default;

void Ledger::listen(Listener listener) { inside_->listener = std::move(listener); }

void Ledger::save(std::vector<Change> changes, std::vector<AccessLine> lines, Answer answer) {
    if (auto checked = check(changes, lines); !checked) return answer(refuse(checked.error()));
    std::size_t bytes = 0;
    for (const Change& change : changes) bytes += size_of(change);
    {
        const std::lock_guard hold(inside_->mutex);
        inside_->saves.push_back({std::move(changes), std::move(lines), std::move(answer), bytes});
    }
    inside_->asked.notify_one();
}

Result<std::vector<Receipt>> Ledger::save_and_wait(std::vector<Change> changes, std::vector<AccessLine> lines) {
    std::promise<Result<std::vector<Receipt>>> promise;
    save(std::move(changes), std::move(lines), [&](Result<std::vector<Receipt>> answer) { promise.set_value(std::move(answer)); });
    return promise.get_future().get();
}

void Ledger::write_access(std::vector<AccessLine> lines, std::function<void(Result<void>)> answer) {
    inside_->access->write(std::move(lines), std::move(answer));
}

Result<void> Ledger::start_filling() {
    return inside_->on_own_thread<Result<void>>([this]() -> Result<void> {
        if (auto sure = inside_->make_sure_of_head(); !sure) return sure;
        if (auto begun = inside_->store->start_filling(); !begun) return begun;
        inside_->filled.emplace();
        return {};
    });
}

Result<void> Ledger::finish_filling() {
    return inside_->on_own_thread<Result<void>>([this] {
        auto done = inside_->store->finish_filling();
        inside_->filled.reset();
        if (!done) inside_->head_is_sure = false;
        return done;
    });
}

Result<Receipt> Ledger::destroy(Change order, std::vector<DestroyedParts> parts, std::vector<AccessLine> lines) {
    for (const AccessLine& line : lines)
        if (auto checked = check_access_line(line); !checked) return refuse(checked.error());
    return inside_->on_own_thread<Result<Receipt>>([&] { return inside_->destroy(std::move(order), parts, lines); });
}

void Ledger::look(std::function<void(Result<void>)> answer) {
    {
        const std::lock_guard hold(inside_->mutex);
        inside_->orders.push_back([this, answer = std::move(answer)] { answer(inside_->look()); });
    }
    inside_->asked.notify_one();
}

Store& Ledger::store() { return *inside_->store; }

Head Ledger::head() const {
    const std::lock_guard hold(inside_->mutex);
    return inside_->head;
}

}  // namespace steadfast::ledger
