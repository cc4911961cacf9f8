#pragma once

#include "app/serve/log.hpp"
#include "base/clock.hpp"
#include "record/book/follower.hpp"
#include "web/router.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace steadfast::app {

/// A store that has become this process's to write to, and the Book that followed it until then; none if nothing did.
struct Taken {
    std::unique_ptr<ledger::Store> store;
    std::unique_ptr<record::Bookkeeper> warm;
};

/// A second server beside the one that writes. It has the Book in memory as that one saves, so that it can take over
/// within moments; until then it shows nobody anything, because only the writer's pages are the latest.
class Standby {
public:
    Standby(std::string store_address, const record::Catalogue& catalogue, const Clock& clock, Log& log);

    /// Follows until the writer's lock is free, and takes it. No store where `may_wait` said to stop before.
    /// A database that is away is waited for; whoever wrote before it went is then let go first.
    [[nodiscard]] Result<Taken> wait(const ledger::MayWait& may_wait, const record::Opening& opening);

    /// GET /standby: 200 while it follows well, else 503. What it says is for a keeper of machines, and a part of /healthz too.
    void add_routes(web::Router& router) const;
    [[nodiscard]] std::string says() const;   ///< Any thread.

private:
    void keep_following(const record::Opening& opening);
    void let_the_writer_go_first(const ledger::MayWait& may_wait) const;
    [[nodiscard]] std::shared_ptr<record::Follower> follower() const;
    void change(std::shared_ptr<record::Follower> follower, std::string says);
    [[nodiscard]] Result<std::string> how_it_follows() const;

    const std::string store_address_;
    const record::Catalogue& catalogue_;
    const Clock& clock_;
    Log& log_;
    Instant follow_again_;   ///< After it could not be followed, when to try again.
    mutable std::mutex mutex_;
    std::shared_ptr<record::Follower> follower_;
    std::string says_ = "not following yet";   ///< While there is no follower.
};

}  // namespace steadfast::app
