#include "practice/domestic_abuse/domestic_abuse.hpp"

using steadfast::practice::DomesticAbuse;
using steadfast::practice::Marac;

namespace steadfast::practice {
namespace {

constexpr law::Code risk_codes[] = {
    {.code = "standard", .says = "Nothing now says that serious harm is likely"},
    {.code = "medium", .says = "Serious harm is possible if things change: a separation, drink, a move"},
    {.code = "high", .says = "Serious harm is likely, and could come at any time"},
};

constexpr law::Code because_codes[] = {
    {.code = "judgement", .says = "Professional judgement: somebody is in grave danger"},
    {.code = "signs", .says = "The number of signs on the risk checklist that is used here"},
    {.code = "escalation", .says = "It has become more frequent or worse"},
    {.code = "repeat", .says = "It happened again within twelve months of the last one"},
};

}  // namespace

constinit const law::CodeSet domestic_abuse_risk{"domestic_abuse_risk", "Danger from domestic abuse", "Steadfast", risk_codes};
constinit const law::CodeSet marac_referred_because{"marac_referred_because", "Why it was brought to a MARAC", "Steadfast",
                                                    because_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<DomesticAbuse>() {
    static const ItemType type(
        {.key = "domestic_abuse",
         .name = "Domestic abuse",
         .plural = "Domestic abuse",
         .happened = "judged_on",
         .ended = "",
         .summary = {"risk", "look_again_by"},
         .goes_out = GoesOut::never},
        {
            field<&DomesticAbuse::judged_on>("judged_on", "Judged on").required(),
            field<&DomesticAbuse::child_says>("child_says", "What this child says").about_each(),
            field<&DomesticAbuse::child_lives_it>("child_lives_it", "What this child sees, hears and carries")
                .about_each()
                .with_hint("A child who lives with it is a victim too"),
            field<&DomesticAbuse::harmed>("harmed", "Who is abused"),
            field<&DomesticAbuse::harms>("harms", "Who is said to abuse")
                .with_hint("And what they are to the child. Not where they can be found"),
            field<&DomesticAbuse::known>("known", "What is known, and from whom").required(),
            field<&DomesticAbuse::risk>("risk", "How much danger")
                .required()
                .with_hint("Your judgement, with the checklist that is used here. When in doubt, the higher"),
            field<&DomesticAbuse::why>("why", "Why").required(),
            field<&DomesticAbuse::safety_plan>("safety_plan", "How they keep safe")
                .with_hint("Made with whoever is abused. It leaves this record with no print"),
            field<&DomesticAbuse::safe_to_reach>("safe_to_reach", "How and when it is safe to reach them"),
            field<&DomesticAbuse::look_again_by>("look_again_by", "Look again by").required().not_before_the("judged_on"),
            field<&DomesticAbuse::looked_again_on>("looked_again_on", "Looked again on")
                .not_before_the("judged_on")
                .asked_later(),
        });
    return type;
}

template <>
const ItemType& type_of<Marac>() {
    static const ItemType type(
        {.key = "marac",
         .name = "MARAC",
         .plural = "MARACs",
         .happened = "referred_on",
         .ended = "",
         .summary = {"because", "heard_on"},
         .goes_out = GoesOut::never},
        {
            field<&Marac::referred_on>("referred_on", "Referred on").required(),
            field<&Marac::because>("because", "Why").required(),
            field<&Marac::referred_by>("referred_by", "Referred by"),
            field<&Marac::is_repeat>("is_repeat", "Was there one about the same people in the twelve months before?"),
            field<&Marac::knows>("knows", "Does whoever is abused know of it?"),
            field<&Marac::what_they_want>("what_they_want", "What they want"),
            field<&Marac::heard_on>("heard_on", "Heard on").not_before_the("referred_on"),
            field<&Marac::heard>("heard", "What the agencies told").with_hint("It goes out with no print"),
            field<&Marac::to_do>("to_do", "What this council does, who and by when"),
            field<&Marac::for_each>("for_each", "What it means for this child").about_each(),
            field<&Marac::adviser>("adviser", "Independent adviser of whoever is abused"),
        });
    return type;
}

}  // namespace steadfast::record
