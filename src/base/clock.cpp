#include "base/clock.hpp"

#include <chrono>

namespace steadfast {

Instant SystemClock::now() const {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant::from_microseconds(std::chrono::duration_cast<std::chrono::microseconds>(since_1970).count());
}

}  // namespace steadfast
