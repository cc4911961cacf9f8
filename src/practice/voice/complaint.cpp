#include "practice/voice/complaint.hpp"

using steadfast::practice::Complaint;

namespace steadfast::practice {
namespace {

constexpr law::Code kind_codes[] = {
    {.code = "complaint", .says = "Complaint"},
    {.code = "compliment", .says = "Compliment"},
};

constexpr law::Code from_codes[] = {
    {.code = "child", .says = "The child or young person"},
    {.code = "parent", .says = "A parent, or somebody else with parental responsibility"},
    {.code = "carer", .says = "A foster carer"},
    {.code = "guardian", .says = "A special guardian, or somebody who wants to adopt or has adopted"},
    {.code = "other", .says = "Somebody else with enough interest in the child's welfare"},
};

constexpr law::Code outcome_codes[] = {
    {.code = "upheld", .says = "Upheld"},
    {.code = "partly", .says = "Upheld in part"},
    {.code = "not_upheld", .says = "Not upheld"},
};

}  // namespace

constinit const law::CodeSet complaint_kind{"complaint_kind", "Complaint or compliment", "Steadfast", kind_codes};
constinit const law::CodeSet complaint_from{"complaint_from", "Who may complain", "Children Act 1989, section 26(3)", from_codes};
constinit const law::CodeSet complaint_outcome{"complaint_outcome", "What was found of a complaint", "Steadfast", outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Complaint>() {
    static const ItemType type(
        {.key = "complaint",
         .name = "Complaint or compliment",
         .plural = "Complaints and compliments",
         .happened = "received_on",
         .ended = "",
         .summary = {"kind", "from_whom", "outcome"},
         .goes_out = GoesOut::when_asked_for},
        {
            field<&Complaint::received_on>("received_on", "Received on").required(),
            field<&Complaint::kind>("kind", "Complaint or compliment").required(),
            field<&Complaint::from_whom>("from_whom", "From whom").required(),
            field<&Complaint::words>("words", "What they say").required(),
            field<&Complaint::wanted>("wanted", "What would put it right, in their view"),
            field<&Complaint::child_says>("child_says", "What this child says of it").about_each(),
            field<&Complaint::first_extended>("first_extended", "First stage: did they agree to ten more working days?")
                .asked_later(),
            field<&Complaint::first_answered_on>("first_answered_on", "First stage: answered on")
                .not_before_the("received_on")
                .asked_later(),
            field<&Complaint::second_asked>("second_asked", "Second stage: did they ask for an investigation?").asked_later(),
            field<&Complaint::second_asked_on>("second_asked_on", "Second stage: asked for on")
                .required_where("second_asked")
                .not_before_the("received_on")
                .asked_later(),
            field<&Complaint::second_extended>("second_extended", "Second stage: were they told that it takes longer, and why?")
                .asked_later(),
            field<&Complaint::second_answered_on>("second_answered_on", "Second stage: answered on")
                .not_before_the("second_asked_on")
                .asked_later(),
            field<&Complaint::panel_asked>("panel_asked", "Third stage: did they ask for a review panel?").asked_later(),
            field<&Complaint::panel_asked_on>("panel_asked_on", "Third stage: asked for on")
                .required_where("panel_asked")
                .not_before_the("received_on")
                .asked_later(),
            field<&Complaint::panel_met_on>("panel_met_on", "Third stage: panel met on")
                .not_before_the("panel_asked_on")
                .asked_later(),
            field<&Complaint::panel_reported>("panel_reported", "Third stage: did the panel send its recommendations?")
                .asked_later(),
            field<&Complaint::panel_report_on>("panel_report_on", "Third stage: they came on")
                .required_where("panel_reported")
                .not_before_the("panel_met_on")
                .asked_later(),
            field<&Complaint::panel_answered_on>("panel_answered_on", "Third stage: the council answered on")
                .not_before_the("panel_report_on")
                .asked_later(),
            field<&Complaint::outcome>("outcome", "What was found").asked_later(),
            field<&Complaint::learned>("learned", "What changes because of it").asked_later(),
            field<&Complaint::withdrawn_on>("withdrawn_on", "Withdrawn on").not_before_the("received_on").asked_later(),
        });
    return type;
}

}  // namespace steadfast::record
