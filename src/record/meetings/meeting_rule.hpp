#pragma once

#include "ledger/ledger.hpp"
#include "record/access/seen_book.hpp"
#include "record/item/body.hpp"
#include "record/meetings/invitation.hpp"
#include "record/record.hpp"
#include "web/form.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::meetings {

/// Somebody at a meeting, as far as it is recorded.
struct Invited {
    ledger::ItemId id;
    std::uint32_t version = 0;
    Invitation invitation;
};

/// A meeting that was held, as the slice that keeps its part of the law looks at it.
struct HeldMeeting {
    ledger::ItemId id;
    Date held_on;
    const std::vector<SeenChild>& children;
    const Content* outcome = nullptr;          ///< What the rule's own type recorded; its parts stand in the children's order. None where there is none.
    const std::vector<Invited>& invited;
};

/// What the meetings of one kind ask and set going in the slice that keeps that part of the law. A kind without one is a meeting and
/// nothing more.
struct MeetingRule {
    std::string_view kind;     ///< A code of meeting_kind.
    /// Shown to whoever plans or records one: what has to be there and decided, with its source.
    std::string_view guidance = "";
    std::string_view source = "";
    /// What is decided there, as an item of its own with a link "meeting", a day "decided_on" and fields about each child: asked together
    /// with the meeting.
    const ItemType* outcome = nullptr;
    Permission may_hold = Permission::record_work;
    /// What the outcome lacks, at its fields: errors(input, says). The meeting may be saved as planned without; held it says what was decided.
    std::function<void(const HeldMeeting&, web::FieldErrors&)> check = {};
    /// Saved together with a meeting that was held. Called again when its record is changed, so it begins only what is not begun.
    std::function<Result<std::vector<ledger::Change>>(Record&, const SeenBook&, const HeldMeeting&)> when_held = {};
    /// What is not as the guidance wants it, each in a sentence: "Nobody from the police was there". It blocks nothing.
    std::function<std::vector<std::string>(const SeenBook&, const HeldMeeting&)> to_put_right = {};
};

}  // namespace steadfast::record::meetings
