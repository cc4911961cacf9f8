#include "law/time_limit.hpp"

#include "law/working_days.hpp"

#include <fmt/format.h>

namespace steadfast::law {
namespace {

std::string counted(int count, std::string_view one) { return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s"); }

}  // namespace

Date TimeLimit::from(Date start) const {
    switch (unit) {
        case Unit::working_days: return add_working_days(start, count);
        case Unit::weeks: return start.plus_days(7 * count);
        case Unit::months: return start.plus_months(count);
        case Unit::years: return start.plus_years(count);
        case Unit::hours: return start.plus_days((count + 23) / 24);
        case Unit::days: break;
    }
    return start.plus_days(count);
}

std::string TimeLimit::words() const {
    switch (unit) {
        case Unit::working_days: return counted(count, "working day");
        case Unit::weeks: return counted(count, "week");
        case Unit::months: return counted(count, "month");
        case Unit::years: return counted(count, "year");
        case Unit::hours: return counted(count, "hour");
        case Unit::days: break;
    }
    return counted(count, "day");
}

std::string apart_in_words(Date from, Date to, TimeLimit::Unit unit) {
    if (unit == TimeLimit::Unit::working_days) {
        const int working_days = working_days_between(from, to);
        if (working_days != 0) return counted(working_days, "working day");
    }
    return counted(to - from, "day");
}

}  // namespace steadfast::law
