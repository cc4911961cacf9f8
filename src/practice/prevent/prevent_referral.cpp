#include "practice/prevent/prevent_referral.hpp"

using steadfast::practice::PreventReferral;

namespace steadfast::practice {
namespace {

constexpr law::Code outcome_codes[] = {
    {.code = "not_prevent", .says = "No worry of this kind: other help where it is needed"},
    {.code = "adopted", .says = "The Channel panel helps"},
    {.code = "not_agreed", .says = "Help was offered and not agreed to"},
    {.code = "police", .says = "Taken on by the police alone"},
};

}  // namespace

constinit const law::CodeSet channel_outcome{"channel_outcome", "What came of a Prevent referral", "Steadfast, after the Act",
                                             outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

// The panel's words are the partners': they stand here for whoever works with the child, and leave with no print.
template <>
const ItemType& type_of<PreventReferral>() {
    static const ItemType type(
        {.key = "prevent_referral",
         .name = "Prevent referral",
         .plural = "Prevent referrals",
         .happened = "referred_on",
         .ended = "ended_on",
         .summary = {"outcome", "panel_on"},
         .goes_out = GoesOut::never},
        {
            field<&PreventReferral::referred_on>("referred_on", "Referred on").required(),
            field<&PreventReferral::referred_by>("referred_by", "Referred by"),
            field<&PreventReferral::child_says>("child_says", "What this child says of it").about_each(),
            field<&PreventReferral::worry>("worry", "What worries")
                .required()
                .with_hint("What was seen or said. A faith or a view alone is no worry"),
            field<&PreventReferral::pulls>("pulls", "What draws them, and what holds them"),
            field<&PreventReferral::sent_on_by_police>("sent_on_by_police", "Sent on by the police on")
                .not_before_the("referred_on"),
            field<&PreventReferral::panel_on>("panel_on", "First Channel panel").not_before_the("referred_on"),
            field<&PreventReferral::agreed>("agreed", "Did the family, or the young person, agree to help?"),
            field<&PreventReferral::outcome>("outcome", "What came of it"),
            field<&PreventReferral::support>("support", "What help is given, and what changes"),
            field<&PreventReferral::ended_on>("ended_on", "Ended on").not_before_the("referred_on"),
            field<&PreventReferral::looked_again_on>("looked_again_on", "Looked at again after it ended, on")
                .not_before_the("ended_on"),
        });
    return type;
}

}  // namespace steadfast::record
