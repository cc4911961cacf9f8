#pragma once

#include <compare>
#include <cstdint>

namespace steadfast {

/// Pounds sterling in whole pence. Never a floating-point number.
class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money pence(std::int64_t pence) { return Money(pence); }
    [[nodiscard]] constexpr std::int64_t in_pence() const { return pence_; }

    friend constexpr Money operator+(Money a, Money b) { return Money(a.pence_ + b.pence_); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.pence_ - b.pence_); }
    friend constexpr auto operator<=>(const Money&, const Money&) = default;

private:
    explicit constexpr Money(std::int64_t pence) : pence_(pence) {}
    std::int64_t pence_ = 0;
};

}  // namespace steadfast
