#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"

#include <string>

namespace steadfast::law {

/// A length of time as the law states one: "20 working days", "3 months".
struct TimeLimit {
    enum class Unit : unsigned char { working_days, days, weeks, months, years, hours };

    int count = 0;
    Unit unit = Unit::days;

    /// The last day of a period of this length that a day sets going. That day itself does not count (Goldsmiths'
    /// Company v West Metropolitan Railway [1904] 1 KB 1). A period of months or years ends on the corresponding
    /// day, or on the month's last where it has none (Dodds v Walker [1981] 1 WLR 1027). A limit that is not in
    /// working days may end at a weekend: nothing in the law moves it.
    ///
    /// Hours of which only the day is known that set them going end on the last day on which they can end.
    [[nodiscard]] Date from(Date start) const;
    /// When a limit in hours ends that a known minute sets going.
    [[nodiscard]] Instant from(Instant start) const { return start.plus_seconds(std::int64_t{count} * 3600); }
    [[nodiscard]] std::string words() const;  ///< "20 working days", "1 month"

    friend bool operator==(const TimeLimit&, const TimeLimit&) = default;
};

namespace detail {
consteval TimeLimit limit(unsigned long long count, TimeLimit::Unit unit) { return {static_cast<int>(count), unit}; }
}  // namespace detail

inline namespace literals {

[[nodiscard]] consteval TimeLimit operator""_working_days(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::working_days); }
[[nodiscard]] consteval TimeLimit operator""_working_day(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::working_days); }
[[nodiscard]] consteval TimeLimit operator""_days(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::days); }
[[nodiscard]] consteval TimeLimit operator""_weeks(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::weeks); }
[[nodiscard]] consteval TimeLimit operator""_week(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::weeks); }
[[nodiscard]] consteval TimeLimit operator""_months(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::months); }
[[nodiscard]] consteval TimeLimit operator""_month(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::months); }
[[nodiscard]] consteval TimeLimit operator""_hours(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::hours); }
[[nodiscard]] consteval TimeLimit operator""_years(unsigned long long count) { return detail::limit(count, TimeLimit::Unit::years); }

}  // namespace literals

/// How far one day is from another, in the unit that fits a limit: working days for a limit in those, days for any
/// other. A lateness made up of a weekend alone is said in days, for it holds no working day.
[[nodiscard]] std::string apart_in_words(Date from, Date to, TimeLimit::Unit unit);

}  // namespace steadfast::law
