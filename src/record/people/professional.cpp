#include "record/people/professional.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code professional_kinds[] = {
    {.code = "school", .says = "School or college"},
    {.code = "early_years", .says = "Nursery or childminder"},
    {.code = "gp", .says = "GP"},
    {.code = "health_visitor", .says = "Health visitor"},
    {.code = "school_nurse", .says = "School nurse"},
    {.code = "midwife", .says = "Midwife"},
    {.code = "paediatrician", .says = "Paediatrician"},
    {.code = "mental_health", .says = "Mental health"},
    {.code = "other_health", .says = "Other health"},
    {.code = "police", .says = "Police"},
    {.code = "probation", .says = "Probation"},
    {.code = "youth_justice", .says = "Youth justice"},
    {.code = "housing", .says = "Housing"},
    {.code = "adult_services", .says = "Adult services"},
    {.code = "substance_misuse", .says = "Drug and alcohol services"},
    {.code = "domestic_abuse", .says = "Domestic abuse services"},
    {.code = "legal", .says = "Solicitor"},
    {.code = "guardian", .says = "Children's guardian (Cafcass)"},
    {.code = "advocate", .says = "Advocate or independent visitor"},
    {.code = "voluntary", .says = "Voluntary or faith group"},
    {.code = "other", .says = "Another agency"},
};

}  // namespace

constinit const law::CodeSet professional_kind{"professional_kind", "Agency", "Steadfast", professional_kinds};

template <>
const ItemType& type_of<Professional>() {
    static const ItemType type({.key = "professional", .name = "Professional", .plural = "Professionals", .happened = "from", .ended = "to",
                                .summary = {"kind", "organisation", "works_as"}, .tells = Tells::who_somebody_is},
                               {
                                   field<&Professional::kind>("kind", "Agency").required(),
                                   field<&Professional::organisation>("organisation", "School, surgery or organisation"),
                                   field<&Professional::name>("name", "Name"),
                                   field<&Professional::works_as>("works_as", "What they do").with_hint("For example, class teacher"),
                                   field<&Professional::phone>("phone", "Phone"),
                                   field<&Professional::email>("email", "E-mail"),
                                   field<&Professional::from>("from", "From"),
                                   field<&Professional::to>("to", "To").not_before_the("from"),
                               });
    return type;
}

}  // namespace steadfast::record
