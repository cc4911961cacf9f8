#include "record/drafts/drafts.hpp"

#include <algorithm>
#include <future>

namespace steadfast::record {
namespace {

using namespace std::chrono_literals;
using ledger::Shelf;
using ledger::Shelved;

/// Between two writes: what came meanwhile goes together. Nobody who types notices, and the store is left to the record.
constexpr auto between_writes = 20ms;
constexpr std::size_t most_saved_forms_remembered = 20'000;

std::string key_of(DraftId id) { return id.text(); }

std::size_t size_of(const web::Fields& fields) {
    std::size_t size = 0;
    for (const auto& [name, value] : fields) size += name.size() + value.size();
    return size;
}

}  // namespace

Result<std::unique_ptr<Drafts>> Drafts::open(ledger::Store& store, const DraftSecret& secret) {
    std::unique_ptr<Drafts> drafts(new Drafts(store, secret));
    const auto shelf = store.all(Shelf::drafts);
    if (!shelf) return refuse(shelf.error());
    for (const Shelved& shelved : *shelf) {
        auto draft = drafts->seal_.open(shelved.bytes);
        // It stays on the shelf: the key that it was kept under may come back.
        if (!draft || key_of(draft->head.id) != shelved.key) ++drafts->unreadable_;
        else drafts->kept_.emplace(draft->head.id, Kept{std::move(draft->head), {}, {}});
    }
    drafts->thread_ = std::thread([whole = drafts.get()] { whole->work(); });
    return drafts;
}

Drafts::~Drafts() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard hold(mutex_);
        ending_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

// --- what pages ask ---

void Drafts::keep(DraftAsked asked, Instant now, Answer answer) {
    const DraftId id = seal_.id_of(asked.worker, asked.form);
    Result<void> possible;
    {
        const std::lock_guard hold(mutex_);
        possible = check(asked, id);
        if (possible) {
            Kept& kept = kept_[id];
            const bool is_new = kept.head.id.is_none();
            kept.head = {.id = id, .worker = asked.worker, .form = std::move(asked.form), .name = std::move(asked.name), .about = std::move(asked.about), .item = asked.item,
                         .begun_at = is_new ? now : kept.head.begun_at, .saved_at = now, .revision = kept.head.revision + 1, .window = asked.window};
            // A draft that was thrown away and begun again must not take up the revisions of the one before.
            if (is_new) kept.head.revision = static_cast<std::uint64_t>(now.microseconds());
            kept.waiting = seal_.seal({kept.head, std::move(asked.fields)});
            kept.answers.push_back(std::move(answer));
            to_write_.insert(id);
            ++changes_;
        }
    }
    if (!possible) return answer(refuse(possible.error()));
    asked_.notify_one();
}

Result<void> Drafts::check(const DraftAsked& asked, DraftId id) const {
    if (size_of(asked.fields) > longest_draft)
        return refuse(Refusal::Kind::invalid, "This is too long to be kept as a draft.", "Save it, or copy it somewhere safe and shorten it.");
    if (!asked.save_key.is_none() && saved_forms_.contains(asked.save_key))
        return refuse(Refusal::Kind::clash, "This was saved already.", "Open the page again.");
    const auto found = kept_.find(id);
    if (found != kept_.end()) {
        const DraftHead& there = found->second.head;
        const bool is_same_window = !asked.window.is_none() && there.window == asked.window;
        if (asked.replaces_any || is_same_window || there.revision == asked.goes_on_from) return {};
        return refuse(Refusal::Kind::clash, "Newer text of yours was kept from another window or device.", "Open the page again to see it.");
    }
    const auto of_this_worker = std::count_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.second.head.worker == asked.worker; });
    if (static_cast<std::size_t>(of_this_worker) < most_drafts_of_a_worker) return {};
    return refuse(Refusal::Kind::invalid, "You have as many drafts as can be kept.", "Open your drafts, and save or throw away some of them.");
}

Result<DraftHead> Drafts::keep_and_wait(DraftAsked asked, Instant now) {
    std::promise<Result<DraftHead>> kept;
    keep(std::move(asked), now, [&kept](Result<DraftHead> head) { kept.set_value(std::move(head)); });
    return kept.get_future().get();
}

Result<std::optional<Draft>> Drafts::find(ledger::WorkerId worker, std::string_view form, Instant now) { return read(worker, seal_.id_of(worker, form), now); }

Result<std::optional<Draft>> Drafts::find(ledger::WorkerId worker, DraftId id, Instant now) { return read(worker, id, now); }

Result<std::optional<Draft>> Drafts::read(ledger::WorkerId worker, DraftId id, Instant now) {
    {
        const std::lock_guard hold(mutex_);
        const auto found = kept_.find(id);
        if (found == kept_.end() || found->second.head.worker != worker || expires(found->second.head) <= now) return std::nullopt;
        if (!found->second.waiting.empty()) return seal_.open(found->second.waiting);
    }
    const auto shelved = store_.get(Shelf::drafts, key_of(id));
    if (!shelved) return refuse(shelved.error());
    if (!*shelved) return std::nullopt;
    return seal_.open((*shelved)->bytes);
}

void Drafts::form_was_saved(ledger::WorkerId worker, std::string_view form, ledger::IdempotencyKey save_key) {
    const std::lock_guard hold(mutex_);
    remove(seal_.id_of(worker, form));
    if (save_key.is_none()) return;
    saved_forms_[save_key] = ++changes_;
    if (saved_forms_.size() <= most_saved_forms_remembered) return;
    const std::uint64_t oldest = changes_ > most_saved_forms_remembered / 2 ? changes_ - most_saved_forms_remembered / 2 : 0;
    std::erase_if(saved_forms_, [oldest](const auto& one) { return one.second < oldest; });
}

void Drafts::discard(ledger::WorkerId worker, DraftId id) {
    const std::lock_guard hold(mutex_);
    const auto found = kept_.find(id);
    if (found != kept_.end() && found->second.head.worker == worker) remove(id);
}

void Drafts::remove(DraftId id) {
    const auto found = kept_.find(id);
    if (found == kept_.end()) return;
    // Whoever still waits is told that it is done with: there is nothing of theirs that could be lost.
    for (const Answer& answer : found->second.answers) answer(found->second.head);
    kept_.erase(found);
    to_write_.insert(id);
    ++changes_;
    asked_.notify_one();
}

template <class Wanted>
std::vector<DraftHead> Drafts::all_where(Wanted wanted, Instant now) const {
    std::vector<DraftHead> heads;
    {
        const std::lock_guard hold(mutex_);
        for (const auto& [id, kept] : kept_)
            if (expires(kept.head) > now && wanted(kept.head)) heads.push_back(kept.head);
    }
    std::sort(heads.begin(), heads.end(), [](const DraftHead& a, const DraftHead& b) { return a.saved_at > b.saved_at; });
    return heads;
}

std::vector<DraftHead> Drafts::of(ledger::WorkerId worker, Instant now) const {
    return all_where([worker](const DraftHead& head) { return head.worker == worker; }, now);
}

std::vector<DraftHead> Drafts::about(ledger::SubjectId subject, Instant now) const {
    return all_where([subject](const DraftHead& head) { return std::find(head.about.begin(), head.about.end(), subject) != head.about.end(); }, now);
}

std::vector<DraftHead> Drafts::on(ledger::ItemId item, Instant now) const {
    return all_where([item](const DraftHead& head) { return head.item == item; }, now);
}

void Drafts::remove_expired(Instant now) {
    const std::lock_guard hold(mutex_);
    std::vector<DraftId> expired;
    for (const auto& [id, kept] : kept_)
        if (expires(kept.head) <= now) expired.push_back(id);
    for (const DraftId id : expired) remove(id);
}

bool Drafts::settle(std::chrono::milliseconds patience) {
    std::unique_lock hold(mutex_);
    return written_.wait_for(hold, patience, [this, wanted = changes_] { return changes_written_ >= wanted; });
}

// --- the thread ---

void Drafts::work() {
    std::unique_lock hold(mutex_);
    for (;;) {
        asked_.wait(hold, [this] { return ending_ || !to_write_.empty(); });
        const bool is_last = ending_;
        const bool written = write(hold);
        if (is_last) return;
        if (!written) asked_.wait_for(hold, 1s, [this] { return ending_; });
        else asked_.wait_for(hold, between_writes, [this] { return ending_; });
    }
}

bool Drafts::write(std::unique_lock<std::mutex>& hold) {
    const std::uint64_t until = changes_;
    std::vector<Shelved> puts;
    std::vector<std::string> removes;
    std::vector<std::pair<DraftHead, std::vector<Answer>>> told;
    for (const DraftId id : std::exchange(to_write_, {})) {
        const auto found = kept_.find(id);
        if (found == kept_.end()) {
            removes.push_back(key_of(id));
            continue;
        }
        puts.push_back({key_of(id), found->second.waiting, expires(found->second.head)});
        told.emplace_back(found->second.head, std::exchange(found->second.answers, {}));
    }
    hold.unlock();
    const auto done = store_.put_and_remove(Shelf::drafts, puts, removes);
    for (const auto& [head, answers] : told)
        for (const Answer& answer : answers) answer(done ? Result<DraftHead>(head) : refuse(done.error()));
    hold.lock();
    if (done) {
        for (const auto& [head, answers] : told)
            if (const auto found = kept_.find(head.id); found != kept_.end() && found->second.head.revision == head.revision) found->second.waiting.clear();
        changes_written_ = until;
        written_.notify_all();
        return true;
    }
    // Who asked was told that it is not on the disk; it is still tried, and what was to go must go.
    for (const Shelved& shelved : puts)
        if (const auto id = DraftId::parse(shelved.key)) to_write_.insert(*id);
    for (const std::string& key : removes)
        if (const auto id = DraftId::parse(key)) to_write_.insert(*id);
    return false;
}

}  // namespace steadfast::record
