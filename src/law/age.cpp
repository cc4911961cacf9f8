#include "law/age.hpp"

namespace steadfast::law {
namespace {

/// The day on which so many months are complete.
Date months_complete(Date birth, int months) {
    const Date there = birth.plus_months(months);
    return there.day() == birth.day() ? there : there.plus_days(1);
}

}  // namespace

Date attains(Date birth, int age) { return months_complete(birth, 12 * age); }

std::optional<int> age_on(Date birth, Date day) {
    if (day < birth) return std::nullopt;
    const int years = day.year() - birth.year();
    return attains(birth, years) <= day ? years : years - 1;
}

std::optional<int> age_in_months_on(Date birth, Date day) {
    if (day < birth) return std::nullopt;
    const int months = 12 * (day.year() - birth.year()) + static_cast<int>(day.month()) - static_cast<int>(birth.month());
    return months_complete(birth, months) <= day ? months : months - 1;
}

}  // namespace steadfast::law
