#pragma once

#include "base/when.hpp"
#include "web/link.hpp"

#include <string>

namespace steadfast::record::calendar {

/// Something on a worker's calendar. It leaves for a calendar that is not ours, on phones and at companies, so it says what kind of thing
/// comes and when: no name, no place, nothing that anybody typed (decision 24).
struct CalendarDay {
    std::string key;     ///< The same for the same thing whenever it is asked for: "visit 4f…".
    std::string words;   ///< "Core group"
    When when;           ///< To the day or the minute; what is not known as exactly is left out.
    web::Link opens;     ///< Where it stands, for whoever may see it.
};

}  // namespace steadfast::record::calendar
