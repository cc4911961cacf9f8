#pragma once

#include "base/instant.hpp"
#include "record/calendar/calendar_day.hpp"

#include <span>
#include <string>
#include <string_view>

namespace steadfast::record::calendar {

/// The days as an iCalendar file (RFC 5545). Those without a day are left out.
/// @param service where the service stands, "https://steadfast.example.gov.uk": what an entry opens is an address there. Empty: no address.
[[nodiscard]] std::string calendar_file(std::span<const CalendarDay> days, std::string_view service, Instant now);

}  // namespace steadfast::record::calendar
