#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast {

/// A moment, in microseconds since 1970-01-01T00:00:00Z. What a day or an hour it was in England is src/law's business.
class Instant {
public:
    constexpr Instant() = default;
    [[nodiscard]] static constexpr Instant from_microseconds(std::int64_t since_1970) { return Instant(since_1970); }
    [[nodiscard]] static constexpr Instant from_seconds(std::int64_t since_1970) { return Instant(since_1970 * 1'000'000); }
    /// "2026-03-31T14:02:11Z", with up to six decimals of a second.
    [[nodiscard]] static std::optional<Instant> parse_iso(std::string_view text);

    [[nodiscard]] constexpr std::int64_t microseconds() const { return microseconds_; }
    [[nodiscard]] constexpr std::int64_t seconds() const {
        return microseconds_ >= 0 ? microseconds_ / 1'000'000 : (microseconds_ - 999'999) / 1'000'000;
    }
    [[nodiscard]] constexpr Instant plus_seconds(std::int64_t seconds) const { return Instant(microseconds_ + seconds * 1'000'000); }
    [[nodiscard]] std::string iso() const;  ///< "2026-03-31T14:02:11.000123Z"

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;

private:
    explicit constexpr Instant(std::int64_t microseconds) : microseconds_(microseconds) {}
    std::int64_t microseconds_ = 0;
};

}  // namespace steadfast
