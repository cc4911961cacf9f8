#pragma once

#include "record/meetings/meeting_rule.hpp"
#include "record/pages/about_several.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::meetings {

/// One child whom a meeting is about.
struct MeetingsChild {
    SeenChild child;
    Meeting part;          ///< Only the fields about each mean anything.
};

/// A meeting as one viewer may read it.
struct OpenMeeting {
    pages::SeenItem item;
    Meeting shared;                          ///< Only the fields about all mean anything.
    std::vector<MeetingsChild> children;     ///< Whom the viewer may see.
    std::vector<Invited> invited;            ///< The child first, then family, then agencies, each by name.

    [[nodiscard]] ledger::ItemId id() const { return item.id; }
    [[nodiscard]] std::string heading() const;   ///< "Core group"
    [[nodiscard]] const Invited* invitation(ledger::ItemId id) const;
};

/// Refused as not found where there is none, where it was recorded in error, or where the viewer may see nobody whom it is about.
[[nodiscard]] Result<OpenMeeting> open_meeting(Record& record, const SeenBook& book, ledger::ItemId id);
/// The same where it is to be changed: refused where it is also about somebody whom the viewer may not see.
[[nodiscard]] Result<OpenMeeting> meeting_to_change(Record& record, const SeenBook& book, ledger::ItemId id);

/// What the slice's own item says of it; none where none was recorded.
[[nodiscard]] Result<std::optional<pages::SeenItem>> outcome_of(Record& record, const SeenBook& book, const OpenMeeting& meeting, const MeetingRule& rule);

/// A meeting in a line of a list, without its long texts.
struct MeetingLine {
    ledger::ItemId id;
    Meeting meeting;
    std::vector<SeenChild> children;

    [[nodiscard]] std::optional<Date> day() const;
};
/// Every meeting about a child: those to come by when they are, then the others, the latest first.
[[nodiscard]] std::vector<MeetingLine> meetings_of(const SeenBook& book, const SeenChild& child);

/// What somebody has to do with meetings: leads, is invited to, or called together. About children whom they may see.
struct MyMeetings {
    std::vector<MeetingLine> today, next;    ///< `next`: in the days after.
    std::vector<MeetingLine> untold;         ///< Planned for a day that has gone by: nobody has said what came of it.
};
[[nodiscard]] MyMeetings meetings_of_worker(const SeenBook& book, ledger::WorkerId worker, Date today, int days_ahead);


}  // namespace steadfast::record::meetings
