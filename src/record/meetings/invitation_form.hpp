#pragma once

#include "record/meetings/open_meeting.hpp"
#include "record/pages/site.hpp"

#include <string>
#include <vector>

namespace steadfast::record::meetings {

/// Somebody round the children who can be invited with one tick.
struct Offer {
    std::string value;       ///< Of the tick box: it names what on the record the offer comes from.
    std::string hint;
    Invitation invitation;   ///< What a tick saves, but for the meeting and the day.
};

/// Everybody round the children of a meeting who is not on its list yet: family, workers, other agencies.
[[nodiscard]] std::vector<Offer> offers_for(const pages::Visit& visit, const OpenMeeting& meeting);

}  // namespace steadfast::record::meetings
