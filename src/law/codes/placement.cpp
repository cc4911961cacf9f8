#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code placement_type_codes[] = {
    {.code = "A3", .says = "Placed for adoption with consent, with current foster carers"},
    {.code = "A4", .says = "Placed for adoption with consent, not with current foster carers"},
    {.code = "A5", .says = "Placed for adoption under a placement order, with current foster carers"},
    {.code = "A6", .says = "Placed for adoption under a placement order, not with current foster carers"},
    {.code = "H5", .says = "Semi-independent living outside the children's homes regulations", .last_year = 2024},
    {.code = "K1", .says = "Secure children's home"},
    {.code = "K2", .says = "Children's home"},
    {.code = "K3", .says = "Supported accommodation", .first_year = 2025},
    {.code = "P1", .says = "With own parents or others with parental responsibility"},
    // The guide ended P2 within the return year, on 28 October 2023 (rule 217t).
    {.code = "P2", .says = "Independent living", .last_year = 2024},
    {.code = "P3", .says = "Residential employment"},
    {.code = "R1", .says = "Residential care home"},
    {.code = "R2", .says = "NHS or other nursing or medical care"},
    {.code = "R3", .says = "Family centre, or mother and baby unit"},
    {.code = "R5", .says = "Young offender institution"},
    {.code = "S1", .says = "Residential school"},
    {.code = "T0", .says = "Temporary move of any kind"},
    {.code = "T1", .says = "Temporary: in hospital"},
    {.code = "T2", .says = "Temporary: away on holiday"},
    {.code = "T3", .says = "Temporary: usual foster carers on holiday"},
    {.code = "T4", .says = "Temporary: seven days or less for another reason"},
    {.code = "U1", .says = "Fostered by relatives or friends, long term"},
    {.code = "U2", .says = "Fostered by relatives or friends who are approved adopters"},
    {.code = "U3", .says = "Fostered by relatives or friends, neither long term nor for adoption"},
    {.code = "U4", .says = "Fostered by others, long term"},
    {.code = "U5", .says = "Fostered by others who are approved adopters"},
    {.code = "U6", .says = "Fostered by others, neither long term nor for adoption"},
    {.code = "Z1", .says = "Other placement"},
    // New in the return of 2026. The schema gives these four without words, and the guide's own could not be
    // checked, so they are told apart by their code alone rather than by a guess.
    {.code = "Z11", .says = "Other placement, Z11", .first_year = 2026},
    {.code = "Z12", .says = "Other placement, Z12", .first_year = 2026},
    {.code = "Z13", .says = "Other placement, Z13", .first_year = 2026},
    {.code = "Z14", .says = "Other placement, Z14", .first_year = 2026},
};

constexpr Code placement_provider_codes[] = {
    {.code = "PR0", .says = "Parents or others with parental responsibility"},
    {.code = "PR1", .says = "Own council, or the regional adoption agency it hosts"},
    {.code = "PR2", .says = "Another council, or the regional adoption agency it hosts"},
    {.code = "PR3", .says = "Another public body, such as the NHS"},
    {.code = "PR4", .says = "Private"},
    {.code = "PR5", .says = "Voluntary or third sector"},
};

constexpr Code placement_location_codes[] = {
    {.code = "IN", .says = "Inside the council's boundary"},
    {.code = "OUT", .says = "Outside the council's boundary"},
};

constexpr Code reason_place_change_codes[] = {
    {.code = "CARPL", .says = "Care plan carried out or changed"},
    {.code = "CLOSE", .says = "Carer resigned or the home closed"},
    {.code = "ALLEG", .says = "Allegation under section 47 enquiry"},
    {.code = "STAND", .says = "Concern about the standard of care"},
    {.code = "APPRR", .says = "Approval or registration taken away"},
    {.code = "CREQB", .says = "Carer asked to end it: child's behaviour"},
    {.code = "CREQO", .says = "Carer asked to end it: another reason"},
    {.code = "CHILD", .says = "Child asked to end it"},
    {.code = "LAREQ", .says = "Council asked to end it"},
    {.code = "PLACE", .says = "Only the placement's status changed, same carer"},
    {.code = "CUSTOD", .says = "Went into custody", .first_year = 2019},
    {.code = "OTHER", .says = "Another reason"},
};

}  // namespace

constinit const CodeSet placement_type{"placement_type", "Placement type", sources::ssda903, placement_type_codes};
constinit const CodeSet placement_provider{"placement_provider", "Who provides the placement", sources::ssda903, placement_provider_codes};
constinit const CodeSet placement_location{"placement_location", "Inside or outside the council", sources::ssda903, placement_location_codes};
constinit const CodeSet reason_place_change{"reason_place_change", "Why the placement changed", sources::ssda903, reason_place_change_codes};

}  // namespace steadfast::law
