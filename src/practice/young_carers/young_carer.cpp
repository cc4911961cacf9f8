#include "practice/young_carers/young_carer.hpp"

using steadfast::practice::YoungCarerAssessment;

namespace steadfast::practice {
namespace {

constexpr law::Code young_carer_for_codes[] = {
    {.code = "mother", .says = "Their mother"},
    {.code = "father", .says = "Their father"},
    {.code = "brother_or_sister", .says = "A brother or sister"},
    {.code = "grandparent", .says = "A grandparent"},
    {.code = "other", .says = "Somebody else"},
};

constexpr law::Code young_carer_asked_codes[] = {
    {.code = "appeared", .says = "It appeared to us that they may need support"},
    {.code = "young_carer", .says = "The young carer asked"},
    {.code = "parent", .says = "A parent asked"},
    {.code = "changed", .says = "Assessed before, and things have changed"},
};

constexpr law::Code young_carer_result_codes[] = {
    {.code = "child_in_need", .says = "Support as a child in need"},
    {.code = "early_help", .says = "Early help"},
    {.code = "young_carers_service", .says = "The young carers' service"},
    {.code = "person_cared_for", .says = "Support for the person cared for is enough"},
    {.code = "none", .says = "No support needed"},
};

}  // namespace

constinit const law::CodeSet young_carer_for{"young_carer_for", "Whom a young carer cares for", "Steadfast",
                                             young_carer_for_codes};
constinit const law::CodeSet young_carer_asked{"young_carer_asked", "Why a young carer is assessed",
                                               "Children Act 1989, section 17ZA", young_carer_asked_codes};
constinit const law::CodeSet young_carer_result{"young_carer_result", "What an assessment of a young carer comes to", "Steadfast",
                                                young_carer_result_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<YoungCarerAssessment>() {
    static const ItemType type(
        {.key = "young_carer_assessment",
         .name = "Young carer's needs assessment",
         .plural = "Young carers' needs assessments",
         .happened = "asked_on",
         .ended = "assessed_on",
         .summary = {"cares_for", "result"}},
        {
            field<&YoungCarerAssessment::asked_on>("asked_on", "Day on which they asked, or it appeared to us").required(),
            field<&YoungCarerAssessment::asked>("asked", "Why they are assessed").required(),
            field<&YoungCarerAssessment::cares_for>("cares_for", "Whom they care for").required(),
            field<&YoungCarerAssessment::what_they_do>("what_they_do", "What they do: how much, how often, what kind of care")
                .required(),
            field<&YoungCarerAssessment::relied_on>("relied_on", "How far the family relies on it"),
            field<&YoungCarerAssessment::effect>("effect", "What it does to their well-being, friendships, school and plans"),
            field<&YoungCarerAssessment::is_too_much>("is_too_much", "Is some of it too much for a child of this age?"),
            field<&YoungCarerAssessment::own_words>("own_words", "What they say and want, in their own words")
                .with_hint("Ask them without the person they care for"),
            field<&YoungCarerAssessment::is_with_adults_services>(
                "is_with_adults_services", "Was it done together with an assessment of the person cared for?"),
            field<&YoungCarerAssessment::assessed_on>("assessed_on", "Assessed on").not_before_the("asked_on"),
            field<&YoungCarerAssessment::result>("result", "Result"),
            field<&YoungCarerAssessment::support>("support", "What support the child gets, and the person cared for"),
            field<&YoungCarerAssessment::copy_given_on>("copy_given_on", "Written record given to them on"),
            field<&YoungCarerAssessment::declined_on>("declined_on", "Not wanted: said on").not_before_the("asked_on"),
        });
    return type;
}

}  // namespace steadfast::record
