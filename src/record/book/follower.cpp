#include "record/book/follower.hpp"

#include <chrono>
#include <limits>
#include <vector>

namespace steadfast::record {
namespace {

constexpr int look_every_milliseconds = 250;
constexpr std::size_t entries_a_group = 2'000;

}  // namespace

Follower::Follower(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock)
    : store_(std::move(store)), catalogue_(catalogue), clock_(clock), last_heard_(clock.now().microseconds()) {}

Result<std::unique_ptr<Follower>> Follower::open(std::string_view store_address, const Catalogue& catalogue, const Clock& clock) {
    auto store = ledger::open_store(store_address, ledger::Mode::read_only);
    if (!store) return refuse(store.error());
    return open(std::move(*store), catalogue, clock);
}

Result<std::unique_ptr<Follower>> Follower::open(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock) {
    std::unique_ptr<Follower> follower(new Follower(std::move(store), catalogue, clock));
    const auto loaded = follower->reload();
    if (!loaded) return refuse(loaded.error());
    follower->reloads_ = 0;
    follower->thread_ = std::thread([whole = follower.get()] { whole->follow(); });
    return follower;
}

Follower::~Follower() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
}

Result<std::shared_ptr<const Book>> Follower::book() const {
    const std::int64_t behind = clock_.now().microseconds() - last_heard_.load();
    if (behind > most_seconds_behind * 1'000'000)
        return refuse(Refusal::Kind::unavailable, "This copy of the record has not heard from the store for more than five seconds.",
                      "Use the other address of the service, or try again in a minute.");
    return published_.load(std::memory_order_acquire);
}

void Follower::follow() {
    while (!stopping_) {
        const auto head = store_->follow(published_.load()->head().seq, look_every_milliseconds);
        if (head && catch_up(*head)) {
            last_heard_ = clock_.now().microseconds();
            continue;
        }
        // The store is away. Readers are refused once it has been away too long; meanwhile ask again, gently.
        std::this_thread::sleep_for(std::chrono::milliseconds(look_every_milliseconds));
    }
}

Result<void> Follower::catch_up(const ledger::Head& head) {
    const ledger::Head mine = published_.load()->head();
    if (head == mine) return {};
    if (head.seq <= mine.seq) return reload();

    ledger::Digest expected = mine.hash;
    bool follows_on = true;
    std::vector<ledger::Entry> group;
    const auto take_group = [this, &group] {
        bookkeeper_->take(*store_, group);
        group.clear();
    };
    const auto read = store_->read_whole(mine.seq + 1, head.seq, [&](const ledger::Entry& entry) {
        follows_on = entry.previous_hash == expected;
        if (!follows_on) return false;
        expected = entry.hash;
        group.push_back(entry);
        if (group.size() == entries_a_group) take_group();
        return !stopping_;
    });
    if (!read) return refuse(read.error());
    if (!follows_on) return reload();
    if (!group.empty()) take_group();
    publish();
    return {};
}

Result<void> Follower::reload() {
    auto fresh = std::make_unique<Bookkeeper>(catalogue_);
    const auto opened = fresh->open(*store_, std::numeric_limits<ledger::Sequence>::max());
    if (!opened) return refuse(opened.error());
    bookkeeper_ = std::move(fresh);
    ++reloads_;
    publish();
    return {};
}

void Follower::publish() { published_.store(bookkeeper_->published(), std::memory_order_release); }

}  // namespace steadfast::record
