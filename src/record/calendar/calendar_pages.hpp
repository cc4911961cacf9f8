#pragma once

#include "record/calendar/calendar_day.hpp"
#include "record/pages/page_parts.hpp"

#include <vector>

namespace steadfast::record::calendar {

/// The page at which somebody makes the address of their calendar and takes it back. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

/// What stands on the calendar of whoever visits: what is owed to their children, each kind once a day with how many children, and what
/// every room adds (PageParts::calendar_days). About children whom they may see, from a week ago to a quarter of a year ahead.
[[nodiscard]] std::vector<CalendarDay> days_of(const pages::Visit& visit);

/// Where whoever asks found the service, "https://steadfast.example.gov.uk": what their browser says, where it can stand in an address. Else empty.
[[nodiscard]] std::string service_of(const web::Request& request);

}  // namespace steadfast::record::calendar
