#include "practice/transition/transition_assessment.hpp"

using steadfast::practice::TransitionAssessment;

namespace steadfast::practice {
namespace {

constexpr law::Code transition_of_codes[] = {
    {.code = "child", .says = "The child's own needs (section 58)"},
    {.code = "young_carer", .says = "Their needs as a young carer (section 63)"},
    {.code = "childs_carer", .says = "The needs of an adult who cares for the child (section 60)"},
};

constexpr law::Code transition_result_codes[] = {
    {.code = "eligible", .says = "Likely to be eligible for support as an adult"},
    {.code = "not_eligible", .says = "Not likely to be eligible: told what can be done instead"},
    {.code = "later", .says = "Too early to say: looked at again later"},
};

}  // namespace

constinit const law::CodeSet transition_of{"transition_of", "Whose needs are assessed before 18",
                                           "Care Act 2014, sections 58 to 63", transition_of_codes};
constinit const law::CodeSet transition_result{"transition_result", "What an assessment before 18 comes to",
                                               "Care Act 2014, sections 59 to 64", transition_result_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<TransitionAssessment>() {
    static const ItemType type(
        {.key = "transition_assessment",
         .name = "Transition assessment",
         .plural = "Transition assessments",
         .happened = "likely_on",
         .ended = "assessed_on",
         .summary = {"of", "by", "result"}},
        {
            field<&TransitionAssessment::likely_on>(
                "likely_on", "Day on which it appeared that support will be needed after 18, or they asked")
                .required(),
            field<&TransitionAssessment::of>("of", "Whose needs").required(),
            field<&TransitionAssessment::by>("by", "Assess by")
                .required()
                .not_before_the("likely_on")
                .with_hint("Before the 18th birthday, and early enough that a place or support can be ready; often from 14 on"),
            field<&TransitionAssessment::likely_needs>("likely_needs", "What will be needed"),
            field<&TransitionAssessment::own_words>("own_words", "What they hope for, in their own words"),
            field<&TransitionAssessment::adults_worker>("adults_worker", "Who in adults' services"),
            field<&TransitionAssessment::declined_on>("declined_on", "Not wanted: said on"),
            field<&TransitionAssessment::assessed_on>("assessed_on", "Assessed on").not_before_the("likely_on"),
            field<&TransitionAssessment::result>("result", "Result"),
            field<&TransitionAssessment::from_18>("from_18", "Who does what from the birthday on")
                .with_hint("What children's services give goes on until adults' services have decided"),
        });
    return type;
}

}  // namespace steadfast::record
