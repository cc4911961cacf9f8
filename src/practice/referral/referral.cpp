#include "practice/referral/referral.hpp"

using steadfast::practice::Referral;

namespace steadfast::record {

template <>
const ItemType& type_of<Referral>() {
    // A second call about the same child on the same day joins the first referral, so the day is the whole key:
    // who referred is among what gets corrected.
    static const ItemType type(
        {.key = "referral",
         .name = "Referral",
         .plural = "Referrals",
         .happened = "received_on",
         .ended = "closed_on",
         .summary = {"who_referred", "primary_need", "closed_on", "why_closed"}},
        {
            field<&Referral::received_on>("received_on", "Received on")
                .natural_key()
                .from("cin_census", "referral", "CINreferralDate"),
            field<&Referral::who_referred>("who_referred", "Who referred").from("cin_census", "referral", "ReferralSource"),
            field<&Referral::primary_need>("primary_need", "Primary need").from("cin_census", "referral", "PrimaryNeedCode"),
            field<&Referral::decided_on>("decided_on", "Decided what to do on"),
            field<&Referral::no_further_action>("no_further_action", "No further action")
                .from("cin_census", "referral", "ReferralNFA"),
            field<&Referral::conference_on>("conference_on", "Initial child protection conference without an enquiry here")
                .from("cin_census", "referral", "DateOfInitialCPC"),
            field<&Referral::closed_on>("closed_on", "Closed on").from("cin_census", "referral", "CINclosureDate"),
            field<&Referral::why_closed>("why_closed", "Why it was closed").from("cin_census", "referral", "ReasonForClosure"),
        });
    return type;
}

}  // namespace steadfast::record
