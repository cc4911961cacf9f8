#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/when.hpp"

#include <string>
#include <variant>

// The clock on the wall in England: Europe/London of the system's time zone database (package tzdata; nothing is
// fetched). The Summer Time Act 1972 as amended by SI 2002/262 moves it at 01:00 UTC on the last Sundays of March and
// October. The database spells the changes out to 2037.
namespace steadfast::law {

[[nodiscard]] Date london_date(Instant at);
[[nodiscard]] std::string london_time(Instant at);           ///< "14:02"
[[nodiscard]] std::string london_date_and_time(Instant at);  ///< "31 March 2026 at 14:02"
[[nodiscard]] int london_offset_minutes(Instant at);         ///< Minutes east of UTC: 60 in summer, 0 in winter.
[[nodiscard]] When london_minute(Instant at);                ///< That minute with the clock's offset.
[[nodiscard]] Instant start_of_london_day(Date day);         ///< Midnight, when that day begins.

/// One time on the clock that came round twice, as 01:30 does on the night in October when the clock goes back.
struct TwiceThatNight {
    When before_the_clock_went_back;
    When after_the_clock_went_back;
};

/// What a person meant by a day and a time. Where the clock showed that time twice, both: the person must be asked.
using LocalMinute = std::variant<When, TwiceThatNight>;

/// Refuses an hour or minute that no clock shows, and a time that the clock jumped over in March.
[[nodiscard]] Result<LocalMinute> london_when(Date day, int hour, int minute);

/// Which of the two was meant, once the person has said.
enum class OnOctoberNight { before_the_clock_went_back, after_the_clock_went_back };

/// As above with the answer at hand, which matters only where the time came twice.
[[nodiscard]] Result<When> london_when(Date day, int hour, int minute, OnOctoberNight meant);

}  // namespace steadfast::law
