#include "base/when.hpp"

#include <fmt/format.h>

namespace steadfast {
namespace {

constexpr int minutes_a_day = 1440;

When::Point point_on(When::Precision precision, Date day) { return {precision, day.days_since_1970(), 0}; }

std::int32_t floor_to_day(std::int32_t minutes) {
    return minutes >= 0 ? minutes / minutes_a_day : (minutes - (minutes_a_day - 1)) / minutes_a_day;
}

std::string text_of(const When::Point& point) {
    switch (point.precision) {
        case When::Precision::unknown: return "";
        case When::Precision::year: return Date::from_days(point.at).iso().substr(0, 4);
        case When::Precision::month: return Date::from_days(point.at).iso().substr(0, 7);
        case When::Precision::day: return Date::from_days(point.at).iso();
        case When::Precision::minute: break;
    }
    const std::int32_t local = point.at + point.offset_minutes;
    const std::int32_t day = floor_to_day(local);
    const int minute = local - day * minutes_a_day;
    const int offset = point.offset_minutes < 0 ? -point.offset_minutes : point.offset_minutes;
    return fmt::format("{}T{:02}:{:02}{}{:02}:{:02}", Date::from_days(day).iso(), minute / 60, minute % 60,
                       point.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

int two_digits(std::string_view text, std::size_t at) {
    if (text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') return 99;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

std::optional<When::Point> point_from(std::string_view text) {
    if (text.empty()) return When::Point{};
    if (text.size() == 4) {
        const auto day = Date::parse_iso(std::string(text) + "-01-01");
        return day ? std::optional(point_on(When::Precision::year, *day)) : std::nullopt;
    }
    if (text.size() == 7) {
        const auto day = Date::parse_iso(std::string(text) + "-01");
        return day ? std::optional(point_on(When::Precision::month, *day)) : std::nullopt;
    }
    const auto day = Date::parse_iso(text.substr(0, 10));
    if (!day) return std::nullopt;
    if (text.size() == 10) return point_on(When::Precision::day, *day);

    if (text.size() != 22 || text[10] != 'T' || text[13] != ':' || text[19] != ':') return std::nullopt;
    const int hour = two_digits(text, 11);
    const int minute = two_digits(text, 14);
    const int offset_hour = two_digits(text, 17);
    const int offset_minute = two_digits(text, 20);
    const bool west = text[16] == '-';
    if ((!west && text[16] != '+') || hour > 23 || minute > 59 || offset_hour > 14 || offset_minute > 59) return std::nullopt;
    const int offset = (offset_hour * 60 + offset_minute) * (west ? -1 : 1);
    return When::Point{When::Precision::minute, day->days_since_1970() * minutes_a_day + hour * 60 + minute - offset,
                       static_cast<std::int16_t>(offset)};
}

void put_point(const When::Point& point, std::uint8_t* out) {
    out[0] = static_cast<std::uint8_t>(point.precision);
    const auto at = static_cast<std::uint32_t>(point.at);
    for (int i = 0; i < 4; ++i) out[1 + i] = static_cast<std::uint8_t>(at >> (24 - 8 * i));
    const auto offset = static_cast<std::uint16_t>(point.offset_minutes);
    out[5] = static_cast<std::uint8_t>(offset >> 8);
    out[6] = static_cast<std::uint8_t>(offset);
}

When::Point take_point(const std::uint8_t* in) {
    std::uint32_t at = 0;
    for (int i = 0; i < 4; ++i) at = at << 8 | in[1 + i];
    const auto offset = static_cast<std::uint16_t>(in[5] << 8 | in[6]);
    return {static_cast<When::Precision>(in[0]), static_cast<std::int32_t>(at), static_cast<std::int16_t>(offset)};
}

}  // namespace

When When::year(int year) {
    const auto first = Date::of(year, 1, 1);
    When when;
    if (first) when.start_ = point_on(Precision::year, *first);
    return when;
}

When When::month(int year, unsigned month) {
    const auto first = Date::of(year, month, 1);
    When when;
    if (first) when.start_ = point_on(Precision::month, *first);
    return when;
}

When When::day(Date day) {
    When when;
    when.start_ = point_on(Precision::day, day);
    return when;
}

When When::days(Date first, Date last) {
    When when = day(first);
    when.end_ = point_on(Precision::day, last);
    return when;
}

When When::minute(Instant at, int offset_minutes) {
    const std::int64_t seconds = at.seconds();
    When when;
    when.start_ = {Precision::minute, static_cast<std::int32_t>(seconds >= 0 ? seconds / 60 : (seconds - 59) / 60),
                   static_cast<std::int16_t>(offset_minutes)};
    return when;
}

std::optional<When> When::of(Point start, Point end) {
    for (const Point& point : {start, end}) {
        if (point.precision > Precision::minute) return std::nullopt;
        if (point.precision != Precision::minute && point.offset_minutes != 0) return std::nullopt;
        if (point.precision == Precision::unknown && point.at != 0) return std::nullopt;
        if (point.offset_minutes < -14 * 60 || point.offset_minutes > 14 * 60) return std::nullopt;
    }
    When when;
    when.start_ = start;
    when.end_ = end;
    return when;
}

When When::until(const When& end) const {
    When when = *this;
    when.end_ = end.start_;
    return when;
}

std::optional<Date> When::day_of(const Point& point) {
    if (point.precision == Precision::unknown) return std::nullopt;
    if (point.precision == Precision::minute) return Date::from_days(floor_to_day(point.at + point.offset_minutes));
    return Date::from_days(point.at);
}

std::string When::text() const {
    if (!has_end()) return text_of(start_);
    return text_of(start_) + "/" + text_of(end_);
}

std::optional<When> When::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto start = point_from(text.substr(0, slash));
    const auto end = slash == std::string_view::npos ? std::optional(Point{}) : point_from(text.substr(slash + 1));
    if (!start || !end) return std::nullopt;
    return of(*start, *end);
}

std::array<std::uint8_t, 14> When::canonical() const {
    std::array<std::uint8_t, 14> bytes;
    put_point(start_, bytes.data());
    put_point(end_, bytes.data() + 7);
    return bytes;
}

std::optional<When> When::from_canonical(const std::array<std::uint8_t, 14>& bytes) {
    return of(take_point(bytes.data()), take_point(bytes.data() + 7));
}

}  // namespace steadfast
