#include "web/rate_limit.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::web {

Result<void> RateLimit::begin(std::string_view address, Instant now, const Terms& terms) {
    const std::lock_guard hold(mutex_);
    if (now < began_ || now.seconds() - began_.seconds() >= terms.seconds) {
        began_ = now;
        all_ = 0;
        of_address_.clear();
    }
    const auto key = keyed_hash(address, secret_);
    const auto known = of_address_.find(key);
    const int of_this = known == of_address_.end() ? 0 : known->second;
    if (all_ >= terms.overall || of_this >= terms.of_an_address) {
        const std::int64_t minutes = std::max<std::int64_t>(1, (terms.seconds - (now.seconds() - began_.seconds()) + 59) / 60);
        return refuse(Refusal::Kind::unavailable, "Too many forms have been sent just now, so this one was not taken.",
                      fmt::format("Wait {} minute{} and send it again.", minutes, minutes == 1 ? "" : "s"));
    }
    ++all_;
    ++of_address_[key];   // At most `overall` addresses a stretch, so this can't grow without end.
    return {};
}

}  // namespace steadfast::web
