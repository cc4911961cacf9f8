#include "law/years.hpp"

#include <charconv>
#include <fmt/format.h>

namespace steadfast::law {
namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

template <unsigned first_month>
YearFrom<first_month> YearFrom<first_month>::of(Date day) {
    const auto calendar = day.calendar();
    const int year = static_cast<int>(calendar.year());
    return YearFrom(static_cast<unsigned>(calendar.month()) >= first_month ? year + 1 : year);
}

template <unsigned first_month>
std::optional<YearFrom<first_month>> YearFrom<first_month>::parse(std::string_view text) {
    if (text.size() < 7) return std::nullopt;
    const auto begins = number(text.substr(0, 4));
    const bool in_words = text.substr(4).starts_with(" to ") && text.size() == 12;
    const bool in_short = (text[4] == '-' || text[4] == '/') && text.size() == 7;
    const auto ends = in_words ? number(text.substr(8)) : in_short ? number(text.substr(5)) : std::nullopt;
    if (!begins || !ends || *begins < 1800 || *begins > 2298) return std::nullopt;
    const int expected = in_words ? *begins + 1 : (*begins + 1) % 100;
    return *ends == expected ? std::optional(YearFrom(*begins + 1)) : std::nullopt;
}

template <unsigned first_month>
Date YearFrom<first_month>::first_day() const {
    return Date::of(ends_in_ - 1, first_month, 1).value();
}

template <unsigned first_month>
Date YearFrom<first_month>::last_day() const {
    return Date::of(ends_in_, first_month, 1).value().plus_days(-1);
}

template <unsigned first_month>
std::string YearFrom<first_month>::name() const {
    return fmt::format("{}-{:02}", ends_in_ - 1, ends_in_ % 100);
}

template <unsigned first_month>
std::string YearFrom<first_month>::words() const {
    return first_day().words() + " to " + last_day().words();
}

template class YearFrom<4>;
template class YearFrom<9>;

}  // namespace steadfast::law
