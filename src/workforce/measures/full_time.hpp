#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::workforce {

/// Full-time equivalents, to the hundredth: somebody who works three days of five is 0.60. Added and taken away without an error of rounding.
class FullTime {
public:
    constexpr FullTime() = default;
    [[nodiscard]] static constexpr FullTime of_hundredths(std::int64_t hundredths) { return FullTime(hundredths); }
    /// "28482.6", "0.60", "12": digits with at most two after a full stop. None where it is anything else.
    [[nodiscard]] static std::optional<FullTime> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t hundredths() const { return hundredths_; }
    [[nodiscard]] std::string words() const;  ///< "28,482.6", "0.6", "12"

    constexpr FullTime& operator+=(FullTime other) {
        hundredths_ += other.hundredths_;
        return *this;
    }
    constexpr FullTime& operator-=(FullTime other) {
        hundredths_ -= other.hundredths_;
        return *this;
    }
    [[nodiscard]] friend constexpr FullTime operator+(FullTime a, FullTime b) { return a += b; }
    [[nodiscard]] friend constexpr FullTime operator-(FullTime a, FullTime b) { return a -= b; }
    friend constexpr auto operator<=>(FullTime, FullTime) = default;

private:
    explicit constexpr FullTime(std::int64_t hundredths) : hundredths_(hundredths) {}
    std::int64_t hundredths_ = 0;
};

}  // namespace steadfast::workforce
