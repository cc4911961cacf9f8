#include "base/instant.hpp"

#include "base/date.hpp"

#include <fmt/format.h>

namespace steadfast {
namespace {

constexpr std::int64_t microseconds_a_day = 86'400'000'000;

int two_digits(std::string_view text, std::size_t at) {
    const int high = text[at] - '0';
    const int low = text[at + 1] - '0';
    return high < 0 || high > 9 || low < 0 || low > 9 ? 99 : high * 10 + low;
}

}  // namespace

std::optional<Instant> Instant::parse_iso(std::string_view text) {
    if (text.size() < 20 || text.size() > 27 || text.back() != 'Z') return std::nullopt;
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
    const auto date = Date::parse_iso(text.substr(0, 10));
    const int hour = two_digits(text, 11);
    const int minute = two_digits(text, 14);
    const int second = two_digits(text, 17);
    if (!date || hour > 23 || minute > 59 || second > 59) return std::nullopt;

    std::int64_t fraction = 0;
    const auto decimals = text.substr(19, text.size() - 20);
    if (!decimals.empty()) {
        if (decimals[0] != '.' || decimals.size() == 1) return std::nullopt;
        std::int64_t unit = 100'000;
        for (const char c : decimals.substr(1)) {
            if (c < '0' || c > '9') return std::nullopt;
            fraction += (c - '0') * unit;
            unit /= 10;
        }
    }
    const std::int64_t seconds = (hour * 60 + minute) * 60 + second;
    return Instant(date->days_since_1970() * microseconds_a_day + seconds * 1'000'000 + fraction);
}

std::string Instant::iso() const {
    std::int64_t day = microseconds_ / microseconds_a_day;
    std::int64_t rest = microseconds_ % microseconds_a_day;
    if (rest < 0) {
        rest += microseconds_a_day;
        --day;
    }
    const auto seconds = rest / 1'000'000;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", Date::from_days(static_cast<std::int32_t>(day)).iso(), seconds / 3600,
                       seconds / 60 % 60, seconds % 60, rest % 1'000'000);
}

}  // namespace steadfast
