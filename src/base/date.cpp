#include "base/date.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast {
namespace {

constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::optional<int> whole_number(std::string_view digits, std::size_t shortest, std::size_t longest) {
    if (digits.size() < shortest || digits.size() > longest) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    if (year < 1800 || year > 2299) return std::nullopt;
    const std::chrono::year_month_day calendar{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!calendar.ok()) return std::nullopt;
    return Date(static_cast<std::int32_t>(std::chrono::sys_days(calendar).time_since_epoch().count()));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole_number(text.substr(0, 4), 4, 4);
    const auto month = whole_number(text.substr(5, 2), 2, 2);
    const auto day = whole_number(text.substr(8, 2), 2, 2);
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> Date::parse_british(std::string_view text) {
    const auto first = text.find('/');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find('/', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto day = whole_number(text.substr(0, first), 1, 2);
    const auto month = whole_number(text.substr(first + 1, second - first - 1), 1, 2);
    const auto year = whole_number(text.substr(second + 1), 4, 4);
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

Date Date::plus_months(int count) const {
    const auto here = calendar();
    auto there = here + std::chrono::months(count);
    if (!there.ok()) there = there.year() / there.month() / std::chrono::last;
    return Date(static_cast<std::int32_t>(std::chrono::sys_days(there).time_since_epoch().count()));
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::british() const { return fmt::format("{:02}/{:02}/{:04}", day(), month(), year()); }

std::string Date::words() const { return fmt::format("{} {} {}", day(), month_name(month()), year()); }

std::string Date::words_with_weekday() const {
    return fmt::format("{} {}", weekdays[weekday().c_encoding()], words());
}

std::string_view month_name(unsigned month) { return months.at(month - 1); }

}  // namespace steadfast
