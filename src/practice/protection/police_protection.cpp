#include "practice/protection/police_protection.hpp"

using steadfast::practice::EmergencyProtectionOrder;
using steadfast::practice::PoliceProtection;

namespace steadfast::record {

template <>
const ItemType& type_of<PoliceProtection>() {
    static const ItemType type(
        {.key = "police_protection",
         .name = "Police protection",
         .plural = "Police protection",
         .happened = "began",
         .ended = "",
         .summary = {"ended", "where_accommodated"}},
        {
            field<&PoliceProtection::began>("began", "Began").required().with_hint("With the time: the 72 hours run from it"),
            field<&PoliceProtection::ended>("ended", "Ended"),
            field<&PoliceProtection::designated_officer>("designated_officer", "Designated officer"),
            field<&PoliceProtection::where_accommodated>("where_accommodated", "Where the child stays"),
            field<&PoliceProtection::told_the_child>("told_the_child", "The child was told what is done, and why"),
            field<&PoliceProtection::told_the_parents>("told_the_parents", "The parents were told"),
            field<&PoliceProtection::what_happened>("what_happened", "What happened"),
        });
    return type;
}

template <>
const ItemType& type_of<EmergencyProtectionOrder>() {
    static const ItemType type(
        {.key = "emergency_protection_order",
         .name = "Emergency protection order",
         .plural = "Emergency protection orders",
         .happened = "made",
         .ended = "ended",
         .summary = {"runs_until", "was_extended"}},
        {
            field<&EmergencyProtectionOrder::made>("made", "Made").required(),
            field<&EmergencyProtectionOrder::runs_until>("runs_until", "Runs until").required().with_hint("Eight days at most; extended once, seven more at most"),
            field<&EmergencyProtectionOrder::was_extended>("was_extended", "It was extended"),
            field<&EmergencyProtectionOrder::ended>("ended", "Ended"),
            field<&EmergencyProtectionOrder::court>("court", "Court"),
            field<&EmergencyProtectionOrder::directions>("directions", "Directions of the court"),
        });
    return type;
}

}  // namespace steadfast::record
