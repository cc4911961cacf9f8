#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/sign_in/secrets.hpp"

#include <cstdint>
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
    RateLimit() : secret_(random_token()) {}

    /// Counts one more, or refuses (unavailable) with how long to wait. What is refused is not counted.
    [[nodiscard]] Result<void> begin(std::string_view address, Instant now, const Terms& terms);

private:
    std::mutex mutex_;
    std::string secret_;
    Instant began_;
    int all_ = 0;
    std::map<Bytes32, int> of_address_;
};

}  // namespace steadfast::web
