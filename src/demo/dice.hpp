#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace steadfast::demo {

/// A code and how often it comes, in parts of whatever the shares sum to.
struct Share {
    std::string_view code;
    int weight = 1;
};

/// Chance that comes out the same for the same seed, on any machine and with any library.
/// (splitmix64: G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, 2014.)
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// Dice of their own for the nth of something: what befalls one family changes nothing for the next.
    [[nodiscard]] Dice for_the(std::uint64_t nth) const;

    std::uint64_t roll();
    int between(int least, int most);            ///< Both included.
    bool happens_in(double percent);
    Date day_between(Date first, Date last);     ///< Both included; `first` where they are the wrong way round.
    int days_around(int mean);  ///< Mostly short, sometimes long: an exponential distribution, at most five times the mean.
    std::string_view one_of(std::span<const Share> shares);
    std::string_view one_of(std::span<const std::string_view> all);
    IdBytes id();

private:
    std::uint64_t state_;
};

}  // namespace steadfast::demo
