#include "app/serve/standby.hpp"

#include <fmt/format.h>

#include <thread>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;

/// A writer that lost the database as we did looks for it every second.
constexpr auto head_start = 3s;

}  // namespace

Standby::Standby(std::string store_address, const record::Catalogue& catalogue, const Clock& clock, Log& log)
    : store_address_(std::move(store_address)), catalogue_(catalogue), clock_(clock), log_(log) {}

Result<Taken> Standby::wait(const ledger::MayWait& may_wait, const record::Opening& opening) {
    bool was_away = false;
    const auto may_try = [&] {
        if (was_away) {
            log_.note("the database is back");
            let_the_writer_go_first(may_wait);
        }
        was_away = false;
        if (!may_wait()) return false;
        keep_following(opening);
        return may_wait();
    };
    while (may_wait()) {
        auto store = ledger::open_store(store_address_, ledger::Mode::write, may_try);
        if (store) {
            const auto followed = follower();
            change(nullptr, "taking over");
            return Taken{std::move(*store), followed ? followed->stop() : nullptr};
        }
        if (store.error().kind == Refusal::Kind::clash) break;   // Told to stop.
        if (store.error().kind != Refusal::Kind::unavailable) return refuse(store.error());
        if (!was_away) log_.trouble("standing by, and: " + store.error().whole());
        was_away = true;
        std::this_thread::sleep_for(500ms);
    }
    return Taken{};
}

void Standby::keep_following(const record::Opening& opening) {
    const Instant now = clock_.now();
    if (follower_ || now < follow_again_) return;
    auto opened = record::Follower::open(store_address_, catalogue_, clock_, opening);
    if (!opened) {
        follow_again_ = now.plus_seconds(5);
        return change(nullptr, opened.error().whole());
    }
    change(std::move(*opened), "");
    log_.note("following, and ready to take over");
}

void Standby::let_the_writer_go_first(const ledger::MayWait& may_wait) const {
    const Instant until = clock_.now().plus_seconds(head_start.count());
    while (clock_.now() < until && may_wait()) std::this_thread::sleep_for(100ms);
}

void Standby::add_routes(web::Router& router) const {
    router.get("/standby", [this](const web::Request&) {
        const auto well = how_it_follows();
        return web::Response::text((well ? *well : well.error().whole()) + "\n", well ? 200 : 503);
    });
}

std::string Standby::says() const {
    const auto well = how_it_follows();
    return well ? *well : well.error().whole();
}

Result<std::string> Standby::how_it_follows() const {
    const auto following = follower();
    if (!following) {
        const std::lock_guard hold(mutex_);
        return refuse(Refusal::Kind::unavailable, says_);
    }
    const auto book = following->book();
    if (!book) return refuse(book.error());
    return fmt::format("following, up to entry {}", (*book)->head().seq);
}

std::shared_ptr<record::Follower> Standby::follower() const {
    const std::lock_guard hold(mutex_);
    return follower_;
}

void Standby::change(std::shared_ptr<record::Follower> follower, std::string says) {
    const std::lock_guard hold(mutex_);
    follower_ = std::move(follower);
    says_ = std::move(says);
}

}  // namespace steadfast::app
