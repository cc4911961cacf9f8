#include "law/london.hpp"

#include <chrono>
#include <date/tz.h>
#include <fmt/format.h>

namespace steadfast::law {
namespace {

/// A machine without tzdata is a fault in its set-up: the library throws, and nothing can be served.
const date::time_zone& london() {
    static const date::time_zone* const zone = date::locate_zone("Europe/London");
    return *zone;
}

date::sys_seconds seconds_of(Instant at) { return date::sys_seconds(std::chrono::seconds(at.seconds())); }

std::int64_t local_seconds(Instant at) { return at.seconds() + london().get_info(seconds_of(at)).offset.count(); }

std::int64_t floor_divide(std::int64_t value, std::int64_t by) { return value >= 0 ? value / by : (value - by + 1) / by; }

constexpr std::int64_t seconds_a_day = 86'400;

When minute_with(std::int64_t local, std::chrono::seconds offset) {
    return When::minute(Instant::from_seconds(local - offset.count()), static_cast<int>(offset.count() / 60));
}

}  // namespace

Date london_date(Instant at) { return Date::from_days(static_cast<std::int32_t>(floor_divide(local_seconds(at), seconds_a_day))); }

std::string london_time(Instant at) {
    const std::int64_t local = local_seconds(at);
    const std::int64_t in_day = local - floor_divide(local, seconds_a_day) * seconds_a_day;
    return fmt::format("{:02}:{:02}", in_day / 3600, in_day / 60 % 60);
}

std::string london_date_and_time(Instant at) { return london_date(at).words() + " at " + london_time(at); }

int london_offset_minutes(Instant at) { return static_cast<int>(london().get_info(seconds_of(at)).offset.count() / 60); }

When london_minute(Instant at) { return When::minute(at, london_offset_minutes(at)); }

Instant start_of_london_day(Date day) {
    const std::int64_t local = day.days_since_1970() * seconds_a_day;
    // The clock has never been moved at midnight, so midnight comes once.
    const auto info = london().get_info(date::local_seconds(std::chrono::seconds(local)));
    return Instant::from_seconds(local - info.first.offset.count());
}

Result<LocalMinute> london_when(Date day, int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return refuse(Refusal::Kind::invalid, "That is not a time of day.", "Give a time between 00:00 and 23:59.");

    const std::int64_t local = day.days_since_1970() * seconds_a_day + hour * 3600 + minute * 60;
    const auto info = london().get_info(date::local_seconds(std::chrono::seconds(local)));
    switch (info.result) {
        case date::local_info::nonexistent:
            return refuse(Refusal::Kind::invalid,
                          fmt::format("There was no {:02}:{:02} on {}: the clock went forward that night.", hour, minute, day.words()),
                          fmt::format("If a clock still showed it, give {:02}:{:02}.", hour + 1, minute));
        case date::local_info::ambiguous:
            return TwiceThatNight{minute_with(local, info.first.offset), minute_with(local, info.second.offset)};
        default: return minute_with(local, info.first.offset);
    }
}

Result<When> london_when(Date day, int hour, int minute, OnOctoberNight meant) {
    const auto found = london_when(day, hour, minute);
    if (!found) return refuse(found.error());
    if (const auto* once = std::get_if<When>(&*found)) return *once;
    const auto& twice = std::get<TwiceThatNight>(*found);
    return meant == OnOctoberNight::before_the_clock_went_back ? twice.before_the_clock_went_back : twice.after_the_clock_went_back;
}

}  // namespace steadfast::law
