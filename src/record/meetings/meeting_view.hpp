#pragma once

#include "record/meetings/invitation_form.hpp"
#include "record/meetings/open_meeting.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace steadfast::record::meetings {

/// What the kind's own item says of a meeting, in words.
struct DecidedInWords {
    std::vector<std::pair<std::string, std::string>> of_all;    ///< Label and words.
    struct OfChild {
        std::string name;
        std::vector<std::pair<std::string, std::string>> says;
    };
    std::vector<OfChild> of_each;
};

/// A meeting as it is read: when and where, who is invited and comes, and what came of it.
struct MeetingShown {
    const OpenMeeting& meeting;
    const MeetingRule* rule = nullptr;
    DecidedInWords decided;
    std::vector<std::string> to_put_right;
    bool may_record = false;
    std::string form_token;
    std::string key;
    std::vector<Offer> offers;      ///< Empty where this viewer may invite nobody.
    web::Fields typed;              ///< In the form that invites somebody by name.
    web::FieldErrors errors;
    Date today;
};
[[nodiscard]] web::Html meeting_view(const MeetingShown& shown);

/// Every meeting about a child.
[[nodiscard]] web::Html meetings_view(const std::vector<MeetingLine>& meetings, const SeenChild& child, bool may_record, Date today);

/// "Core group" with where it stands: "Thu 26 November 2026 at 14:00 (in 4 days)", "Held …", "Called off", "Planned for …, nobody has said what came of it".
[[nodiscard]] std::string where_it_stands(const Meeting& meeting, Date today);

}  // namespace steadfast::record::meetings
