#include "web/rate_limit.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace steadfast::web {
namespace {

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view next_word(std::string_view& text) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return word;
}

}  // namespace

RateLimit::RateLimit(const Bytes32& secret, std::string_view kept, Keep keep) : secret_(base64url(secret)), keep_(std::move(keep)) { take_up(kept); }

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
    if (keep_) keep_(counts(), began_.plus_seconds(terms.seconds));
    return {};
}

/// When the stretch began, and then for each address its hash and how often: "1800000000 w3Xk… 2 8fQa… 1".
std::string RateLimit::counts() const {
    std::string text = std::to_string(began_.seconds());
    for (const auto& [address, times] : of_address_) text += fmt::format(" {} {}", base64url(address), times);
    return text;
}

void RateLimit::take_up(std::string_view kept) {
    const auto began = number(next_word(kept));
    if (!began) return;
    std::map<Bytes32, int> counted;
    int all = 0;
    while (!kept.empty()) {
        const auto address = from_base64url(next_word(kept));
        const auto times = number(next_word(kept));
        constexpr std::int64_t most_times = 1'000'000;
        if (!address || address->size() != Bytes32().size() || !times || *times < 1 || *times > most_times - all) return;
        Bytes32 key{};
        std::copy(address->begin(), address->end(), key.begin());
        counted[key] = static_cast<int>(*times);
        all += static_cast<int>(*times);
    }
    began_ = Instant::from_seconds(*began);
    all_ = all;
    of_address_ = std::move(counted);
}

}  // namespace steadfast::web
