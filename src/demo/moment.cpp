#include "demo/moment.hpp"

#include "law/working_days.hpp"

namespace steadfast::demo {

Instant Moment::instant() const {
    // Nobody types on the stroke of the hour: a minute and a second that differ from day to day, the same for the same day.
    const std::int64_t days = day.days_since_1970();
    const std::int64_t nth = slot;
    const std::int64_t scatter = (days * 7919 + nth * 104'729) % 3600;
    return Instant::from_seconds(days * 86'400 + (9 + 2 * nth) * 3600 + scatter);
}

Moment Moment::next() const {
    if (slot + 1 < slots) return {day, slot + 1};
    return {law::add_working_days(day, 1), 0};
}

}  // namespace steadfast::demo
