#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace steadfast {

/// When something happened, as exactly as anybody knows: a year, a month, a day, a minute, or not known at all;
/// and when it ended, where that was said. A minute carries the offset from UTC that the clock on the wall had.
///
/// Sixteen bytes, so that millions of them can be held.
class When {
public:
    enum class Precision : std::uint8_t { unknown = 0, year = 1, month = 2, day = 3, minute = 4 };

    /// One end of it.
    struct Point {
        Precision precision = Precision::unknown;
        std::int32_t at = 0;               ///< Days since 1970 (the first day of a year or month), or minutes UTC since 1970.
        std::int16_t offset_minutes = 0;   ///< Minutes east of UTC; 0 unless the precision is a minute.

        friend auto operator<=>(const Point&, const Point&) = default;
    };

    When() = default;  ///< Unknown.
    [[nodiscard]] static When year(int year);
    [[nodiscard]] static When month(int year, unsigned month);
    [[nodiscard]] static When day(Date day);
    [[nodiscard]] static When days(Date first, Date last);
    [[nodiscard]] static When minute(Instant at, int offset_minutes);
    [[nodiscard]] static std::optional<When> of(Point start, Point end);

    [[nodiscard]] When until(const When& end) const;  ///< The same start, ending at end's start.

    [[nodiscard]] bool is_known() const { return start_.precision != Precision::unknown; }
    [[nodiscard]] bool has_end() const { return end_.precision != Precision::unknown; }
    [[nodiscard]] const Point& start() const { return start_; }
    [[nodiscard]] const Point& end() const { return end_; }
    /// The first day it may have been, by the clock on the wall. None where it is unknown.
    [[nodiscard]] std::optional<Date> first_day() const { return day_of(start_); }
    /// The day it ended, where an end was said. None otherwise.
    [[nodiscard]] std::optional<Date> end_day() const { return day_of(end_); }

    /// "2026", "2026-03", "2026-03-31", "2026-03-31T14:02+01:00"; with an end, "start/end"; unknown is "".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<When> parse(std::string_view text);

    /// Fourteen bytes, big-endian, fixed for ever: they go into the chain's digests.
    [[nodiscard]] std::array<std::uint8_t, 14> canonical() const;
    [[nodiscard]] static std::optional<When> from_canonical(const std::array<std::uint8_t, 14>& bytes);

    friend bool operator==(const When&, const When&) = default;

private:
    [[nodiscard]] static std::optional<Date> day_of(const Point& point);
    Point start_;
    Point end_;
};

}  // namespace steadfast
