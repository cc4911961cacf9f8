#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/sign_in/secrets.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string_view>

namespace steadfast::web {

/// Slows down guessing at passwords, and never locks anybody out for good.
///
/// - One address guessing at one name: five tries, then a wait that doubles from 1 second to at most 15 minutes.
/// - One address guessing at many names: after `tries_of_an_address` failures the same doubling wait. The number is large
///   because a whole organisation may come from one address.
/// - Many addresses guessing at one name: after `tries_at_a_name` failures from strange addresses, strange addresses wait
///   up to a minute between tries at that name. An address from which that name has signed in before is not slowed by
///   what strangers do, so nobody can keep a worker out by guessing badly on purpose.
///
/// Names and addresses are kept as keyed hashes only, and are forgotten after a day without a failure.
class SignInThrottle {
public:
    static constexpr int tries_of_a_pair = 5;
    static constexpr int tries_of_an_address = 100;
    static constexpr int tries_at_a_name = 20;

    SignInThrottle();

    /// Whether this try may be made now; else a refusal that says how long to wait. The try is counted as failed at
    /// once, so that many sent together do not slip through; `succeeded` takes it back.
    [[nodiscard]] Result<void> begin(std::string_view name, std::string_view address, Instant now);
    void succeeded(std::string_view name, std::string_view address, Instant now);

    [[nodiscard]] std::size_t size() const;  ///< How many names, addresses and pairs are remembered.

private:
    struct Failures {
        int count = 0;
        Instant last;
        bool is_familiar = false;  ///< Of a pair: this name has signed in from this address.
    };
    using Table = std::map<Bytes32, Failures>;

    [[nodiscard]] Bytes32 key(std::string_view kind, std::string_view a, std::string_view b = "") const;
    void forget_old(Instant now);

    mutable std::mutex mutex_;
    std::string secret_;
    Table failures_;
    Instant last_cleared_;
};

}  // namespace steadfast::web
