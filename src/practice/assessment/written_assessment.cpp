#include "practice/assessment/written_assessment.hpp"

using steadfast::practice::WrittenAssessment;

namespace steadfast::practice {
namespace {

constexpr law::Code assessment_state_codes[] = {
    {.code = "writing", .says = "Being written"},
    {.code = "sent", .says = "Sent for authorisation"},
    {.code = "returned", .says = "Returned with what to change"},
    {.code = "authorised", .says = "Authorised"},
};
constexpr law::Code assessment_outcome_codes[] = {
    {.code = "in_need", .says = "Child in need plan"},
    {.code = "strategy", .says = "Strategy discussion"},
    {.code = "look_after", .says = "To be looked after"},
    {.code = "early_help", .says = "Close, with early help"},
    {.code = "nothing", .says = "Close, nothing further"},
    {.code = "transfer", .says = "Another authority takes over"},
};

}  // namespace

constinit const law::CodeSet assessment_state{"assessment_state", "State of an assessment", "Steadfast", assessment_state_codes};
constinit const law::CodeSet assessment_outcome{"assessment_outcome", "Outcome of an assessment", "Steadfast", assessment_outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<WrittenAssessment>() {
    static const ItemType type(
        {.key = "written_assessment",
         .name = "Assessment as written",
         .plural = "Assessments as written",
         .happened = "began",
         .ended = "",
         .summary = {"state"},
         .written = Written::on_its_own_pages},
        {
            field<&WrittenAssessment::began>("began", "Began").required(),
            field<&WrittenAssessment::finish_by>("finish_by", "To be finished by").not_before_the("began").with_hint("The plan's own day. The law's limit is 45 working days from the referral"),
            field<&WrittenAssessment::assessor>("assessor", "Assessed by"),
            field<&WrittenAssessment::looks_at>("looks_at", "What will be looked at"),
            field<&WrittenAssessment::who_takes_part>("who_takes_part", "Who takes part, and by when").with_hint("Family, school, health, others: who is asked what"),
            field<&WrittenAssessment::family_words>("family_words", "What the family says").with_hint("In their own words, each of them"),
            field<&WrittenAssessment::analysis>("analysis", "Analysis").with_hint("What it means for the children: what is harmful, what protects, what would have to change"),
            field<&WrittenAssessment::next_steps>("next_steps", "What happens next, and who does it"),
            field<&WrittenAssessment::state>("state", "State"),
            field<&WrittenAssessment::sent>("sent", "Sent for authorisation"),
            field<&WrittenAssessment::sent_by>("sent_by", "Sent by"),
            field<&WrittenAssessment::returned_because>("returned_because", "What is to be changed"),
            field<&WrittenAssessment::authorised>("authorised", "Authorised"),
            field<&WrittenAssessment::authorised_by>("authorised_by", "Authorised by"),
            field<&WrittenAssessment::manager_words>("manager_words", "What the manager says"),
            field<&WrittenAssessment::seen_on>("seen_on", "Seen on").about_each(),
            field<&WrittenAssessment::seen_alone_on>("seen_alone_on", "Seen alone on").about_each(),
            field<&WrittenAssessment::not_seen_because>("not_seen_because", "If not seen, or not alone: why").about_each(),
            field<&WrittenAssessment::child_words>("child_words", "What the child says").about_each().with_hint("In the child's own words, or what a baby showed"),
            field<&WrittenAssessment::about_child>("about_child", "What this child needs").about_each(),
            field<&WrittenAssessment::factors>("factors", "Factors found").about_each(),
            field<&WrittenAssessment::outcome>("outcome", "Outcome").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
