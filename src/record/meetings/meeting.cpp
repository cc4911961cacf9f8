#include "record/meetings/meeting.hpp"

using steadfast::record::meetings::Meeting;

namespace steadfast::record::meetings {
namespace {

constexpr law::Code meeting_kinds[] = {
    {.code = "strategy_discussion", .says = "Strategy discussion"},
    {.code = "initial_conference", .says = "Initial child protection conference"},
    {.code = "review_conference", .says = "Review child protection conference"},
    {.code = "core_group", .says = "Core group"},
    {.code = "in_need_meeting", .says = "Child in need meeting"},
    {.code = "team_around_family", .says = "Team around the family"},
    {.code = "family_group_meeting", .says = "Family group decision-making meeting"},
    {.code = "looked_after_review", .says = "Looked-after review"},
    {.code = "placement_planning", .says = "Placement planning meeting"},
    {.code = "legal_planning", .says = "Legal planning meeting"},
    {.code = "pre_proceedings", .says = "Pre-proceedings meeting"},
    {.code = "missing_meeting", .says = "Meeting about a missing child"},
    {.code = "exploitation_panel", .says = "Multi-agency exploitation panel"},
    {.code = "marac", .says = "Conference on high-risk domestic abuse (MARAC)"},
    {.code = "panel", .says = "Panel"},
    {.code = "professionals", .says = "Meeting of professionals"},
    {.code = "other", .says = "Another meeting"},
};

}  // namespace

constinit const law::CodeSet meeting_kind{"meeting_kind", "Kind of meeting", "Steadfast", meeting_kinds};

}  // namespace steadfast::record::meetings

namespace steadfast::record {

template <>
const ItemType& type_of<Meeting>() {
    static const ItemType type(
        {.key = "meeting",
         .name = "Meeting",
         .plural = "Meetings",
         .happened = "held_at",
         .ended = "",
         .summary = {"kind", "chaired_by"},
         .written = Written::on_its_own_pages,
         .tells = Tells::once_it_happened},
        {
            field<&Meeting::kind>("kind", "What kind of meeting").required(),
            field<&Meeting::planned_for>("planned_for", "When").required(),
            field<&Meeting::place>("place", "Where").with_hint("A room and its address, or how to join by video or telephone"),
            field<&Meeting::chair>("chair", "Chair"),
            field<&Meeting::chaired_by>("chaired_by", "Who leads it"),
            field<&Meeting::called_by>("called_by", "Called by").the_recorder(),
            field<&Meeting::needed_since>("needed_since", "Since when it is needed").with_hint(
                "Where a clock runs: when there was reasonable cause to hold a strategy discussion"),
            field<&Meeting::what_for>("what_for", "What it is for").with_hint("Everybody who is invited may read this"),
            field<&Meeting::held_at>("held_at", "Held"),
            field<&Meeting::what_was_said>("what_was_said", "What was known and said"),
            field<&Meeting::what_was_decided>("what_was_decided", "What was decided, and why"),
            field<&Meeting::who_disagreed>("who_disagreed", "Who disagreed").with_hint("With what, and why, in their own words"),
            field<&Meeting::called_off_on>("called_off_on", "Called off on"),
            field<&Meeting::called_off_because>("called_off_because", "Why it was called off"),
            field<&Meeting::child_words>("child_words", "What the child wants it to know").about_each().with_hint(
                "In the child's own words, and who brought them: the child, an advocate, a worker"),
            field<&Meeting::about_this_child>("about_this_child", "What was said of this child alone").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
