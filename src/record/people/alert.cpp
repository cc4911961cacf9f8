#include "record/people/alert.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code alert_kinds[] = {
    {.code = "risk_to_workers", .says = "Risk to workers"},
    {.code = "risk_from_somebody", .says = "Risk from somebody"},
    {.code = "domestic_abuse", .says = "Domestic abuse: take care what is said to whom"},
    {.code = "no_contact", .says = "No contact allowed with somebody"},
    {.code = "exploitation", .says = "Risk of exploitation or going missing"},
    {.code = "self_harm", .says = "Risk of self-harm"},
    {.code = "health", .says = "Health condition or allergy"},
    {.code = "court_order", .says = "Court order that limits what may be done"},
    {.code = "communication", .says = "How to communicate"},
    {.code = "animal", .says = "Animal at the home"},
    {.code = "other", .says = "Other"},
};

}  // namespace

constinit const law::CodeSet alert_kind{"alert_kind", "Kind of alert", "Steadfast", alert_kinds};

template <>
const ItemType& type_of<Alert>() {
    static const ItemType type({.key = "alert", .name = "Alert", .plural = "Alerts", .happened = "from", .ended = "ended", .summary = {"kind", "says"}},
                               {
                                   field<&Alert::kind>("kind", "Kind of alert").required(),
                                   field<&Alert::says>("says", "What everybody must know").required()
                                       .with_hint("A few words, without other people's names: it stands on top of every page about this person"),
                                   field<&Alert::because>("because", "Why").required(),
                                   field<&Alert::owner>("owner", "Looked after by").the_recorder(),
                                   field<&Alert::from>("from", "From").required(),
                                   field<&Alert::review_on>("review_on", "Look at it again on").required().not_before_the("from"),
                                   field<&Alert::ended>("ended", "Ended").not_before_the("from"),
                               });
    return type;
}

}  // namespace steadfast::record
