#include "workforce/measures/full_time.hpp"

#include <fmt/format.h>

namespace steadfast::workforce {
namespace {

constexpr std::size_t most_digits = 15;

std::string with_commas(std::int64_t whole) {
    std::string digits = std::to_string(whole);
    for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ",");
    return digits;
}

}  // namespace

std::optional<FullTime> FullTime::parse(std::string_view text) {
    const auto stop = text.find('.');
    const std::string_view whole = text.substr(0, stop);
    const std::string_view after = stop == std::string_view::npos ? std::string_view() : text.substr(stop + 1);
    const bool has_digits_missing = whole.empty() || (stop != std::string_view::npos && after.empty());
    if (has_digits_missing || whole.size() > most_digits || after.size() > 2) return std::nullopt;
    std::int64_t hundredths = 0;
    for (const char digit : std::string(whole) + std::string(after) + std::string(2 - after.size(), '0')) {
        if (digit < '0' || digit > '9') return std::nullopt;
        hundredths = hundredths * 10 + (digit - '0');
    }
    return FullTime(hundredths);
}

std::string FullTime::words() const {
    const std::int64_t size = hundredths_ < 0 ? -hundredths_ : hundredths_;
    std::string words = (hundredths_ < 0 ? "-" : "") + with_commas(size / 100);
    const auto part = static_cast<int>(size % 100);
    if (part == 0) return words;
    return words + (part % 10 == 0 ? fmt::format(".{}", part / 10) : fmt::format(".{:02}", part));
}

}  // namespace steadfast::workforce
