#include "record/book/follower.hpp"

#include <chrono>
#include <limits>
#include <vector>

namespace steadfast::record {
namespace {

constexpr int look_every_milliseconds = 250;

}  // namespace

Follower::Follower(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock)
    : store_(std::move(store)), catalogue_(catalogue), clock_(clock), last_heard_(clock.now().microseconds()) {}

Result<std::unique_ptr<Follower>> Follower::open(std::string_view store_address, const Catalogue& catalogue, const Clock& clock,
                                                const Opening& opening) {
    auto store = ledger::open_store(store_address, ledger::Mode::read_only);
    if (!store) return refuse(store.error());
    return open(std::move(*store), catalogue, clock, opening);
}

Result<std::unique_ptr<Follower>> Follower::open(std::unique_ptr<ledger::Store> store, const Catalogue& catalogue, const Clock& clock,
                                                const Opening& opening) {
    std::unique_ptr<Follower> follower(new Follower(std::move(store), catalogue, clock));
    const auto loaded = follower->reload(opening);
    if (!loaded) return refuse(loaded.error());
    follower->reloads_ = 0;
    follower->thread_ = std::thread([whole = follower.get()] { whole->follow(); });
    return follower;
}

Follower::~Follower() {
    if (bookkeeper_) static_cast<void>(stop());
}

std::unique_ptr<Bookkeeper> Follower::stop() {
    stopping_ = true;
    if (thread_.joinable()) thread_.join();
    return std::move(bookkeeper_);
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
    const auto follows_on = bookkeeper_->catch_up(*store_, head, [this] { return !stopping_; });
    if (!follows_on) return refuse(follows_on.error());
    if (!*follows_on) return reload();
    publish();
    return {};
}

Result<void> Follower::reload(const Opening& opening) {
    auto fresh = std::make_unique<Bookkeeper>(catalogue_);
    const auto opened = fresh->open(*store_, std::numeric_limits<ledger::Sequence>::max(), opening);
    if (!opened) return refuse(opened.error());
    bookkeeper_ = std::move(fresh);
    ++reloads_;
    publish();
    return {};
}

void Follower::publish() { published_.store(bookkeeper_->published(), std::memory_order_release); }

}  // namespace steadfast::record
