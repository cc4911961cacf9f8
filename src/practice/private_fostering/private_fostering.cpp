#include "practice/private_fostering/private_fostering.hpp"

using steadfast::practice::PrivateFostering;

namespace steadfast::practice {
namespace {

constexpr law::Code private_fostering_told_by_codes[] = {
    {.code = "carer", .says = "The private foster carer"},
    {.code = "parent", .says = "A parent, or somebody else with parental responsibility"},
    {.code = "arranger", .says = "Somebody who arranged it"},
    {.code = "school", .says = "A school or college"},
    {.code = "health", .says = "Health"},
    {.code = "child", .says = "The child"},
    {.code = "found", .says = "We found out ourselves"},
    {.code = "other", .says = "Somebody else"},
};

constexpr law::Code private_fostering_suitable_codes[] = {
    {.code = "suitable", .says = "Suitable"},
    {.code = "requirements", .says = "Suitable with requirements"},
    {.code = "prohibited", .says = "Not suitable: prohibited"},
    {.code = "not_private_fostering", .says = "Not private fostering"},
};

constexpr law::Code private_fostering_disqualified_codes[] = {
    {.code = "none_known", .says = "Nobody, as far as is known"},
    {.code = "no_consent", .says = "Somebody is, and has no consent: the child can't stay"},
    {.code = "consent", .says = "Somebody is, and we gave consent in writing"},
};

}  // namespace

constinit const law::CodeSet private_fostering_told_by{"private_fostering_told_by", "Who told us of private fostering",
                                                       "Steadfast, after the regulations", private_fostering_told_by_codes};
constinit const law::CodeSet private_fostering_suitable{"private_fostering_suitable", "Whether private fostering is suitable",
                                                        "Children Act 1989, section 69 and schedule 8",
                                                        private_fostering_suitable_codes};
constinit const law::CodeSet private_fostering_disqualified{"private_fostering_disqualified", "Whether anybody is disqualified",
                                                            "Children Act 1989, section 68",
                                                            private_fostering_disqualified_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<PrivateFostering>() {
    static const ItemType type(
        {.key = "private_fostering",
         .name = "Private fostering",
         .plural = "Private fostering",
         .happened = "told_on",
         .ended = "ended",
         .summary = {"told_by", "suitable"}},
        {
            field<&PrivateFostering::told_by>("told_by", "Who told us").required(),
            field<&PrivateFostering::told_on>("told_on", "Day on which we were told, or found out").required(),
            field<&PrivateFostering::was_proposed>("was_proposed", "Was that before it began?")
                .required()
                .with_hint("If so, a visit is owed within seven working days, before the child moves"),
            field<&PrivateFostering::to_begin_on>("to_begin_on", "Then it is to begin on"),
            field<&PrivateFostering::lives_there>("lives_there", "Does the child live there, or did they?").required(),
            field<&PrivateFostering::aware_on>("aware_on", "Then the day on which we came to know that they do")
                .required_where("lives_there")
                .not_before_the("told_on")
                .with_hint(
                    "The first visit is owed within seven working days, then one every six weeks, and after a year every twelve"),
            field<&PrivateFostering::began_on>("began_on", "Lives there since"),
            field<&PrivateFostering::carer>("carer", "Private foster carer, and how they know the child").required(),
            field<&PrivateFostering::household>("household", "Who else lives there"),
            field<&PrivateFostering::parents>("parents", "Who has parental responsibility, where they are and what they agreed"),
            field<&PrivateFostering::why>("why", "Why the child lives there, and for how long").required(),
            field<&PrivateFostering::own_words>("own_words", "What the child says of it"),
            field<&PrivateFostering::disqualified>("disqualified",
                                                   "Is anybody in the household disqualified from fostering privately?"),
            field<&PrivateFostering::checks_on>("checks_on", "Checks of everybody of 16 and over came back on"),
            field<&PrivateFostering::suitable>("suitable", "Decision on suitability"),
            field<&PrivateFostering::decided_on>("decided_on", "Decided on"),
            field<&PrivateFostering::why_decided>("why_decided", "Why, who decided, and any requirements"),
            field<&PrivateFostering::ended>("ended", "Ended").not_before_the("aware_on").asked_later(),
            field<&PrivateFostering::why_ended>("why_ended", "Why it ended, and where the child lives now").asked_later(),
        });
    return type;
}

}  // namespace steadfast::record
