#include "practice/serious_incidents/serious_incident.hpp"

using steadfast::practice::SeriousIncident;

namespace steadfast::practice {
namespace {

constexpr law::Code harm_done_codes[] = {
    {.code = "died", .says = "The child died"},
    {.code = "seriously_harmed", .says = "The child was seriously harmed"},
};

constexpr law::Code incident_notified_as_codes[] = {
    {.code = "panel", .says = "To the national Panel: abuse or neglect is known or suspected"},
    {.code = "death_in_care", .says = "To the Secretary of State and Ofsted: a looked-after child died, and neither is suspected"},
    {.code = "not_notified", .says = "Not to be notified"},
};

constexpr law::Code rapid_review_decided_codes[] = {
    {.code = "local_review", .says = "A local child safeguarding practice review"},
    {.code = "national_review", .says = "A national review may be needed"},
    {.code = "no_review", .says = "No review: what is to be learned is known"},
};

}  // namespace

constinit const law::CodeSet harm_done{"harm_done", "What became of the child", "Steadfast, after the Act", harm_done_codes};
constinit const law::CodeSet incident_notified_as{"incident_notified_as", "Whether and to whom it must be notified", "Steadfast, after the Act", incident_notified_as_codes};
constinit const law::CodeSet rapid_review_decided{"rapid_review_decided", "What should follow", "Steadfast, after the guidance", rapid_review_decided_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<SeriousIncident>() {
    static const ItemType type(
        {.key = "serious_incident", .name = "Serious incident", .plural = "Serious incidents", .happened = "happened", .ended = "", .summary = {"harm", "notified_on", "rapid_review_on"}},
        {
            field<&SeriousIncident::happened>("happened", "When it happened").required(),
            field<&SeriousIncident::known_on>("known_on", "Day on which we came to know of it").required().with_hint("The five and the fifteen working days run from it"),
            field<&SeriousIncident::harm>("harm", "What became of the child").required(),
            field<&SeriousIncident::what_happened>("what_happened", "What happened, as far as it is known").required(),
            field<&SeriousIncident::safe_now>("safe_now", "What was done so that this child, and others, are safe now"),
            field<&SeriousIncident::notified_as>("notified_as", "Must it be notified?").with_hint("Until somebody says, both the notification and the rapid review are owed"),
            field<&SeriousIncident::why_not_notified>("why_not_notified", "If not, why, and who decided so"),
            field<&SeriousIncident::notified_on>("notified_on", "Notified on"),
            field<&SeriousIncident::notified_by>("notified_by", "Notified by"),
            field<&SeriousIncident::rapid_review_on>("rapid_review_on", "Rapid review sent to the Panel on"),
            field<&SeriousIncident::decided>("decided", "What the partners think should follow"),
            field<&SeriousIncident::learned>("learned", "What changes here because of it"),
        });
    return type;
}

}  // namespace steadfast::record
