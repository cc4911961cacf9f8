#include "practice/early_help/family_assessment.hpp"

using steadfast::practice::EarlyHelpOversight;
using steadfast::practice::FamilyAssessment;

namespace steadfast::practice {
namespace {

constexpr law::Code found_codes[] = {
    {.code = "right", .says = "This is the right help"},
    {.code = "change_plan", .says = "The right help, and the plan has to change"},
    {.code = "needs_more", .says = "The children need more: step up"},
    {.code = "needs_less", .says = "Less help is enough"},
};

}  // namespace

constinit const law::CodeSet oversight_found{"oversight_found", "What oversight of early help found", "Steadfast", found_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<FamilyAssessment>() {
    static const ItemType type(
        {.key = "family_assessment",
         .name = "Whole-family assessment",
         .plural = "Whole-family assessments",
         .happened = "began",
         .ended = "finished",
         .summary = {"finished"}},
        {
            field<&FamilyAssessment::early_help>("early_help", "Early help"),
            field<&FamilyAssessment::began>("began", "Began on").required(),
            field<&FamilyAssessment::finished>("finished", "Finished on")
                .not_before_the("began")
                .with_hint("Leave it empty until the family has read it with you"),
            field<&FamilyAssessment::assessed_by>("assessed_by", "Assessed by").the_recorder(),
            field<&FamilyAssessment::who_took_part>("who_took_part", "Who took part")
                .with_hint("Everybody in the family, those who do not live with them, and who works with them"),
            field<&FamilyAssessment::going_well>("going_well", "What is going well"),
            field<&FamilyAssessment::worries>("worries", "What the family and others worry about"),
            field<&FamilyAssessment::network>("network", "Who in the family and round it can help"),
            field<&FamilyAssessment::family_wants>("family_wants", "What the family wants to be different")
                .with_hint("In their own words, each of them"),
            field<&FamilyAssessment::comes_to>("comes_to", "What it comes to, and what would help"),
            field<&FamilyAssessment::child_words>("child_words", "What the child says")
                .about_each()
                .with_hint("In the child's own words, or what a baby shows"),
            field<&FamilyAssessment::life_now>("life_now", "What life is like for this child now").about_each(),
            field<&FamilyAssessment::needs>("needs", "What this child needs").about_each(),
        });
    return type;
}

template <>
const ItemType& type_of<EarlyHelpOversight>() {
    static const ItemType type({.key = "early_help_oversight",
                                .name = "Oversight of early help",
                                .plural = "Oversight of early help",
                                .happened = "looked_on",
                                .ended = "",
                                .summary = {"found"}},
                               {
                                   field<&EarlyHelpOversight::early_help>("early_help", "Early help"),
                                   field<&EarlyHelpOversight::looked_on>("looked_on", "Looked over on").required(),
                                   field<&EarlyHelpOversight::looked_by>("looked_by", "Looked over by"),
                                   field<&EarlyHelpOversight::found>("found", "What you found").required(),
                                   field<&EarlyHelpOversight::words>("words", "Why, and what is to be done"),
                               });
    return type;
}

}  // namespace steadfast::record
