#pragma once

#include "record/meetings/open_meeting.hpp"
#include "record/pages/item_form.hpp"
#include "record/workers/colleagues.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::meetings {

/// Which half of a meeting a form asks for: when and where people will meet, or what came of it.
enum class Asks : std::uint8_t { what_is_planned, what_came_of_it };

/// A form of a meeting. The fields are the declaration's; what the meeting's kind decides is asked by the outcome's own declaration.
struct MeetingForm {
    pages::ItemForm form;
    Asks asks = Asks::what_is_planned;
    std::string heading;
    std::vector<std::string> colleagues;            ///< Offered as somebody types who leads it.
    const MeetingRule* rule = nullptr;              ///< Of its kind, where that is known.
    std::optional<pages::ItemForm> outcome;         ///< Of the rule's own type, its inputs in the same form.
    const std::vector<Invited>* invited = nullptr;  ///< Whose coming is asked for.
};
[[nodiscard]] web::Html meeting_form_view(const MeetingForm& form);

/// The fields that the other half asks for, or that nobody types.
[[nodiscard]] std::vector<std::string_view> left_to_the_other_half(Asks asks);

/// The input that says whether somebody came.
[[nodiscard]] std::string input_of_coming(ledger::ItemId invitation);

/// Who leads it as it was typed; with a link where that is the name of one colleague alone.
struct Chair {
    std::string words;
    ledger::ItemId colleague;
};
[[nodiscard]] Chair read_chair(const Book& book, Date today, std::string_view typed);

}  // namespace steadfast::record::meetings
