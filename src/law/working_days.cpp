#include "law/working_days.hpp"

#include "law/bank_holidays.hpp"

namespace steadfast::law {

bool is_working_day(Date day) {
    // Day 0 of 1970 was a Thursday; weekends are most of the answer and need no calendar.
    const int since_monday = ((day.days_since_1970() + 3) % 7 + 7) % 7;
    return since_monday < 5 && !bank_holiday(day);
}

Date add_working_days(Date day, int count) {
    const int step = count < 0 ? -1 : 1;
    for (int left = count * step; left > 0;) {
        day = day.plus_days(step);
        if (is_working_day(day)) --left;
    }
    return day;
}

int working_days_between(Date from, Date to) {
    if (to < from) {
        // Going back counts the days before `from` down to `to`, as adding a negative count does.
        int count = 0;
        for (Date day = from.plus_days(-1); day >= to; day = day.plus_days(-1)) count -= is_working_day(day) ? 1 : 0;
        return count;
    }
    int count = 0;
    for (Date day = from.plus_days(1); day <= to; day = day.plus_days(1)) count += is_working_day(day) ? 1 : 0;
    return count;
}

}  // namespace steadfast::law
