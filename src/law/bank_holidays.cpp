#include "law/bank_holidays.hpp"

#include <span>

namespace steadfast::law {
namespace {

using Name = std::optional<std::string_view>;

struct Occasion {
    int year;
    unsigned month;
    unsigned day;
    std::string_view name;  ///< Empty where the usual holiday was moved away from this day.
};

/// What royal proclamations changed from the usual.
constexpr Occasion occasions[] = {
    {1981, 7, 29, "Royal wedding"},
    {1995, 5, 1, ""},  // moved for the fiftieth anniversary of VE day
    {1995, 5, 8, "Early May bank holiday"},
    {1999, 12, 31, "Millennium holiday"},
    {2002, 5, 27, ""},  // moved for the Golden Jubilee
    {2002, 6, 3, "Golden Jubilee"},
    {2002, 6, 4, "Spring bank holiday"},
    {2011, 4, 29, "Royal wedding"},
    {2012, 5, 28, ""},  // moved for the Diamond Jubilee
    {2012, 6, 4, "Spring bank holiday"},
    {2012, 6, 5, "Diamond Jubilee"},
    {2020, 5, 4, ""},  // moved for the seventy-fifth anniversary of VE day
    {2020, 5, 8, "Early May bank holiday"},
    {2022, 5, 30, ""},  // moved for the Platinum Jubilee
    {2022, 6, 2, "Spring bank holiday"},
    {2022, 6, 3, "Platinum Jubilee"},
    {2022, 9, 19, "State funeral of Queen Elizabeth II"},
    {2023, 5, 8, "Coronation of King Charles III"},
};

/// A day taken apart once.
struct Day {
    Date date;
    int year;
    unsigned month;
    unsigned day;
    unsigned weekday;  ///< 0 is Sunday.
};

constexpr unsigned monday = 1;
constexpr unsigned tuesday = 2;
constexpr unsigned friday = 5;

Name near_new_year(const Day& on) {
    if (on.year < 1974) return std::nullopt;
    if (on.day == 1) return "New Year's Day";
    if (on.weekday == monday && on.day <= 3) return "New Year's Day (substitute)";
    return std::nullopt;
}

Name near_easter(const Day& on) {
    if (on.weekday != friday && on.weekday != monday) return std::nullopt;
    const int after = on.date - easter_sunday(on.year);
    if (after == -2) return "Good Friday";
    if (after == 1) return "Easter Monday";
    return std::nullopt;
}

Name in_may(const Day& on) {
    if (on.weekday != monday) return std::nullopt;
    if (on.day <= 7 && on.year >= 1978) return "Early May bank holiday";
    if (on.day > 24) return "Spring bank holiday";
    return std::nullopt;
}

Name in_august(const Day& on) {
    if (on.weekday == monday && on.day > 24) return "Summer bank holiday";
    return std::nullopt;
}

/// When Christmas or Boxing Day falls at a weekend the Monday or Tuesday after stands in for it.
Name near_christmas(const Day& on) {
    if (on.day == 25) return "Christmas Day";
    if (on.day == 26) return "Boxing Day";
    if (on.day == 27 && on.weekday == monday) return "Christmas Day (substitute)";   // the 25th was a Saturday
    if (on.day == 27 && on.weekday == tuesday) return "Christmas Day (substitute)";  // the 25th was a Sunday
    if (on.day == 28 && on.weekday == tuesday) return "Boxing Day (substitute)";     // the 26th was a Sunday
    if (on.day == 28 && on.weekday == monday) return "Boxing Day (substitute)";      // the 26th was a Saturday
    return std::nullopt;
}

Name usual_holiday(const Day& on) {
    switch (on.month) {
        case 1: return near_new_year(on);
        case 3:
        case 4: return near_easter(on);
        case 5: return in_may(on);
        case 8: return in_august(on);
        case 12: return near_christmas(on);
        default: return std::nullopt;
    }
}

}  // namespace

Date easter_sunday(int year) {
    // Meeus, Astronomical Algorithms, chapter 8: exact for every Gregorian year.
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int skipped_leap_days = (century + 8) / 25;
    const int lunar_correction = (century - skipped_leap_days + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int days_after_march_began = epact + to_sunday - 7 * late + 21;
    const std::chrono::sys_days first_of_march{std::chrono::year(year) / std::chrono::March / 1};
    return Date::from_days(static_cast<std::int32_t>(first_of_march.time_since_epoch().count()) + days_after_march_began);
}

std::optional<std::string_view> bank_holiday(Date day) {
    const auto calendar = day.calendar();
    const Day on{day, static_cast<int>(calendar.year()), static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()),
                 day.weekday().c_encoding()};
    if (on.weekday == 0 || on.weekday == 6) return std::nullopt;

    for (const Occasion& occasion : occasions)
        if (occasion.year == on.year && occasion.month == on.month && occasion.day == on.day)
            return occasion.name.empty() ? std::nullopt : Name(occasion.name);
    return usual_holiday(on);
}

}  // namespace steadfast::law
