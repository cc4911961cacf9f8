#include "record/meetings/invitation.hpp"

using steadfast::record::meetings::Invitation;

namespace steadfast::record::meetings {
namespace {

constexpr law::Code invited_as_codes[] = {
    {.code = "child", .says = "The child or young person"},
    {.code = "family", .says = "Family, friend or carer"},
    {.code = "worker", .says = "Works for this council's children's services"},
    {.code = "professional", .says = "Another agency"},
    {.code = "advocate", .says = "Advocate or interpreter"},
};
constexpr law::Code invitation_answers[] = {
    {.code = "comes", .says = "Comes"},
    {.code = "by_link", .says = "Comes by video or telephone"},
    {.code = "report", .says = "Sends a report instead"},
    {.code = "no", .says = "Does not come"},
};
constexpr law::Code attendances[] = {
    {.code = "in_person", .says = "Was there"},
    {.code = "by_link", .says = "Was there by video or telephone"},
    {.code = "sent_somebody", .says = "Sent somebody else"},
    {.code = "apologies", .says = "Sent apologies"},
    {.code = "did_not_come", .says = "Did not come"},
};

}  // namespace

constinit const law::CodeSet invited_as{"invited_as", "In what standing", "Steadfast", invited_as_codes};
constinit const law::CodeSet invitation_answer{"invitation_answer", "Answer to an invitation", "Steadfast", invitation_answers};
constinit const law::CodeSet attendance{"attendance", "Who came to a meeting", "Steadfast", attendances};

}  // namespace steadfast::record::meetings

namespace steadfast::record {

// An invitation is no event in a child's life: the meeting tells who came (decision 21).
template <>
const ItemType& type_of<Invitation>() {
    static const ItemType type(
        {.key = "invitation",
         .name = "Invitation to a meeting",
         .plural = "Invitations to meetings",
         .happened = "invited_on",
         .ended = "",
         .summary = {"standing", "answer", "came"},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&Invitation::meeting>("meeting", "Meeting"),
            field<&Invitation::worker>("worker", "Colleague"),
            field<&Invitation::who>("who", "Name").required(),
            field<&Invitation::standing>("standing", "In what standing").required(),
            field<&Invitation::capacity>("capacity", "Who they are").with_hint("For example, mother, or class teacher at Mill Lane Primary"),
            field<&Invitation::agency>("agency", "Agency"),
            field<&Invitation::invited_on>("invited_on", "Invited on"),
            field<&Invitation::answer>("answer", "Answer"),
            field<&Invitation::answered_on>("answered_on", "Answered on"),
            field<&Invitation::answer_words>("answer_words", "What they said").with_hint("For example, needs an interpreter, or can stay until 11"),
            field<&Invitation::report_on>("report_on", "Their report came on"),
            field<&Invitation::came>("came", "Who came"),
            field<&Invitation::record_sent_on>("record_sent_on", "Record of the meeting sent to them on"),
        });
    return type;
}

}  // namespace steadfast::record
