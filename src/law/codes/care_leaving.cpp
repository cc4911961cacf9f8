#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code care_leaver_in_touch_codes[] = {
    {.code = "YES", .says = "In touch"},
    {.code = "NO", .says = "Not in touch"},
    {.code = "DIED", .says = "Died since leaving care"},
    {.code = "REFU", .says = "Does not want contact"},
    {.code = "NREQ", .says = "No longer needs the service"},
    {.code = "RHOM", .says = "Back with parents for six months or more"},
};

constexpr Code care_leaver_activity_codes[] = {
    {.code = "F1", .says = "Full time in higher education"},
    {.code = "P1", .says = "Part time in higher education"},
    {.code = "F2", .says = "Full time in other education"},
    {.code = "P2", .says = "Part time in other education"},
    {.code = "F3", .says = "Full time in training or work", .last_year = 2021},
    {.code = "P3", .says = "Part time in training or work", .last_year = 2021},
    {.code = "F4", .says = "Full time in an apprenticeship", .first_year = 2022},
    {.code = "P4", .says = "Part time in an apprenticeship", .first_year = 2022},
    {.code = "F5", .says = "Full time in training or work, not an apprenticeship", .first_year = 2022},
    {.code = "P5", .says = "Part time in training or work, not an apprenticeship", .first_year = 2022},
    {.code = "G4", .says = "Not in education or work: illness or disability"},
    {.code = "G5", .says = "Not in education or work: other circumstances"},
    {.code = "G6", .says = "Not in education or work: pregnancy or parenting"},
    {.code = "0", .says = "Not known: not in touch"},
};

constexpr Code care_leaver_accommodation_codes[] = {
    {.code = "B1", .says = "With parents or relatives, suitable"},
    {.code = "B2", .says = "With parents or relatives, not suitable"},
    {.code = "C1", .says = "Residential care or NHS, suitable"},
    {.code = "C2", .says = "Residential care or NHS, not suitable"},
    {.code = "D1", .says = "Semi-independent with support, suitable"},
    {.code = "D2", .says = "Semi-independent with support, not suitable"},
    {.code = "E1", .says = "Supported lodgings, suitable"},
    {.code = "E2", .says = "Supported lodgings, not suitable"},
    {.code = "G1", .says = "Gone abroad, suitable"},
    {.code = "G2", .says = "Gone abroad, not suitable"},
    {.code = "H1", .says = "Deported, suitable"},
    {.code = "H2", .says = "Deported, not suitable"},
    {.code = "K1", .says = "Ordinary lodgings without support, suitable"},
    {.code = "K2", .says = "Ordinary lodgings without support, not suitable"},
    {.code = "R1", .says = "Home not known, suitable"},
    {.code = "R2", .says = "Home not known, not suitable"},
    {.code = "S1", .says = "No fixed abode or homeless, suitable"},
    {.code = "S2", .says = "No fixed abode or homeless, not suitable"},
    {.code = "T1", .says = "Foyer, suitable"},
    {.code = "T2", .says = "Foyer, not suitable"},
    {.code = "U1", .says = "Independent living, suitable"},
    {.code = "U2", .says = "Independent living, not suitable"},
    {.code = "V1", .says = "Emergency accommodation, suitable"},
    {.code = "V2", .says = "Emergency accommodation, not suitable"},
    {.code = "W1", .says = "Bed and breakfast, suitable"},
    {.code = "W2", .says = "Bed and breakfast, not suitable"},
    {.code = "X1", .says = "In custody, suitable"},
    {.code = "X2", .says = "In custody, not suitable"},
    {.code = "Y1", .says = "Other accommodation, suitable"},
    {.code = "Y2", .says = "Other accommodation, not suitable"},
    {.code = "Z1", .says = "With former foster carers, suitable"},
    {.code = "Z2", .says = "With former foster carers, not suitable"},
    {.code = "0", .says = "Not known: not in touch"},
};

}  // namespace

constinit const CodeSet care_leaver_in_touch{"care_leaver_in_touch", "In touch", sources::ssda903, care_leaver_in_touch_codes};
constinit const CodeSet care_leaver_activity{"care_leaver_activity", "Activity", sources::ssda903, care_leaver_activity_codes};
constinit const CodeSet care_leaver_accommodation{"care_leaver_accommodation", "Accommodation", sources::ssda903, care_leaver_accommodation_codes};

}  // namespace steadfast::law
