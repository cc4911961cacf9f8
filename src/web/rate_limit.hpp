#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/sign_in/secrets.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace steadfast::web {

/// How often something open to anybody may be done in a stretch of time: by one address, and by all together, so that a
/// flood from many addresses fills no disk. Addresses are kept as keyed hashes only, and forgotten with the stretch.
class RateLimit {
public:
    struct Terms {
        int of_an_address = 10;
        int overall = 200;
        std::int64_t seconds = 3'600;
    };
    /// What the counts are, as text without an address in it, and until when they matter.
    using Keep = std::function<void(const std::string& counts, Instant until)>;

    RateLimit() : secret_(random_token()) {}
    /// One whose counts outlive the program.
    /// @param secret what addresses are hashed with: the same after a restart, or the counts of each address begin anew.
    /// @param kept what `keep` was given last, "" if nothing; what can't be read counts as nothing.
    /// @param keep is told of every change, one at a time.
    RateLimit(const Bytes32& secret, std::string_view kept, Keep keep);

    /// Counts one more, or refuses (unavailable) with how long to wait. What is refused is not counted.
    [[nodiscard]] Result<void> begin(std::string_view address, Instant now, const Terms& terms);

private:
    [[nodiscard]] std::string counts() const;
    void take_up(std::string_view kept);

    std::mutex mutex_;
    std::string secret_;
    Keep keep_;
    Instant began_;
    int all_ = 0;
    std::map<Bytes32, int> of_address_;
};

}  // namespace steadfast::web
