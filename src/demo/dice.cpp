#include "demo/dice.hpp"

#include <algorithm>
#include <array>

namespace steadfast::demo {
namespace {

std::uint64_t stir(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

/// How many hundredths of the mean lie below each twentieth of an exponential distribution. A table rather than a
/// logarithm, because the last digit of a logarithm is the machine's own.
constexpr std::array<int, 20> hundredths_of_the_mean{5,  11, 16,  22,  29,  36,  43,  51,  60,  69,
                                                     80, 92, 105, 120, 139, 161, 190, 230, 300, 500};

}  // namespace

Dice Dice::for_the(std::uint64_t nth) const { return Dice(stir(state_ ^ stir(nth + 0x9e3779b97f4a7c15ULL))); }

std::uint64_t Dice::roll() { return stir(state_ += 0x9e3779b97f4a7c15ULL); }

int Dice::between(int least, int most) {
    if (most <= least) return least;
    const auto sides = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<int>((roll() >> 32) * sides >> 32);
}

bool Dice::happens_in(double percent) { return between(0, 99'999) < static_cast<int>(percent * 1000); }

Date Dice::day_between(Date first, Date last) { return first.plus_days(between(0, std::max(0, last - first))); }

int Dice::days_around(int mean) {
    const int twentieth = between(0, 19);
    const int below = twentieth == 0 ? 0 : hundredths_of_the_mean[static_cast<std::size_t>(twentieth - 1)];
    return mean * between(below, hundredths_of_the_mean[static_cast<std::size_t>(twentieth)]) / 100;
}

std::string_view Dice::one_of(std::span<const Share> shares) {
    int whole = 0;
    for (const Share& share : shares) whole += share.weight;
    int left = between(0, whole - 1);
    for (const Share& share : shares) {
        left -= share.weight;
        if (left < 0) return share.code;
    }
    return shares.back().code;
}

std::string_view Dice::one_of(std::span<const std::string_view> all) {
    return all[static_cast<std::size_t>(between(0, static_cast<int>(all.size()) - 1))];
}

IdBytes Dice::id() {
    IdBytes id;
    for (std::size_t half = 0; half < 2; ++half) {
        std::uint64_t bits = roll();
        for (std::size_t i = 0; i < 8; ++i, bits >>= 8) id.bytes[8 * half + i] = static_cast<std::uint8_t>(bits);
    }
    return id;
}

}  // namespace steadfast::demo
