#pragma once

#include "record/meetings/open_meeting.hpp"
#include "record/pages/page_parts.hpp"

namespace steadfast::record::meetings {

/// Meetings from being planned to what came of them: who is invited, what they answered, who came, what was decided, the papers for each
/// who is invited; and what of them stands on a child's page and on the first page. The record must outlive the parts.
void add_pages(Record& record, pages::PageParts& parts);

[[nodiscard]] std::vector<pages::PageRoute> meeting_form_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> held_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> invitation_routes(Record& record);
[[nodiscard]] std::vector<pages::PageRoute> meeting_print_routes(Record& record);
void add_meeting_panels(pages::PageParts& parts);

/// The meeting in the address.
[[nodiscard]] Result<OpenMeeting> asked_meeting(Record& record, const pages::Visit& visit);
/// The same where it is about to be changed.
[[nodiscard]] Result<OpenMeeting> asked_meeting_to_change(Record& record, const pages::Visit& visit);
/// A page about a meeting: its child's bar where there is one child, and the line in the access log of each.
[[nodiscard]] pages::Page page_about(const pages::Visit& visit, const OpenMeeting& meeting, std::string title, web::Html main, std::string what);
/// The meeting's page, with an invitation form that came back or a fresh one.
[[nodiscard]] Result<pages::Page> meeting_page(Record& record, const pages::Visit& visit, const OpenMeeting& meeting, const web::Fields& typed, const web::FieldErrors& errors);

/// The rule of a kind; null where its slice says nothing.
[[nodiscard]] const MeetingRule* rule_of(const pages::Visit& visit, std::string_view kind);

}  // namespace steadfast::record::meetings
