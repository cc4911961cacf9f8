#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast {

/// A day of the Gregorian calendar as England counts it, from 1 January 1800 to 31 December 2299.
class Date {
public:
    /// Refuses a day that is not in the calendar (31 February) or not in range.
    [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);
    /// "2026-03-31".
    [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);
    /// "31/03/2026", as the SSDA903 return and people write it. Day and month may have one digit.
    [[nodiscard]] static std::optional<Date> parse_british(std::string_view text);
    [[nodiscard]] static constexpr Date from_days(std::int32_t days_since_1970) { return Date(days_since_1970); }

    [[nodiscard]] constexpr std::int32_t days_since_1970() const { return days_; }
    [[nodiscard]] std::chrono::year_month_day calendar() const {
        return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days_)));
    }
    [[nodiscard]] int year() const { return static_cast<int>(calendar().year()); }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(calendar().month()); }
    [[nodiscard]] unsigned day() const { return static_cast<unsigned>(calendar().day()); }
    [[nodiscard]] std::chrono::weekday weekday() const {
        return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_)));
    }

    [[nodiscard]] constexpr Date plus_days(int days) const { return Date(days_ + days); }
    /// The same day of the month that many months on, or the month's last day where it has no such day.
    [[nodiscard]] Date plus_months(int months) const;
    [[nodiscard]] Date plus_years(int years) const { return plus_months(12 * years); }

    [[nodiscard]] std::string iso() const;      ///< "2026-03-31"
    [[nodiscard]] std::string british() const;  ///< "31/03/2026"
    [[nodiscard]] std::string words() const;    ///< "31 March 2026"
    [[nodiscard]] std::string words_with_weekday() const;  ///< "Tue 31 March 2026"

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
    friend constexpr int operator-(const Date& a, const Date& b) { return a.days_ - b.days_; }

private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_;
};

[[nodiscard]] std::string_view month_name(unsigned month);  ///< 1 to 12: "January" to "December".

}  // namespace steadfast
