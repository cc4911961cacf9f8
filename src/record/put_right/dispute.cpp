#include "record/put_right/dispute.hpp"

namespace steadfast::record {

template <>
const ItemType& type_of<Dispute>() {
    static const ItemType type({.key = "dispute", .name = "Disagreement with the record", .plural = "Disagreements with the record", .happened = "said_on", .ended = "", .summary = {"by_whom"}},
                               {
                                   field<&Dispute::said_on>("said_on", "When they said so").required(),
                                   field<&Dispute::by_whom>("by_whom", "Who disagrees").required(),
                                   field<&Dispute::words>("words", "What they say").required().with_hint("As far as you can in their own words"),
                                   field<&Dispute::answer>("answer", "What we answered"),
                                   field<&Dispute::disputed>("disputed", "What they disagree with").required(),
                               });
    return type;
}

}  // namespace steadfast::record
