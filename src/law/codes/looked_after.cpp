#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code reason_episode_started_codes[] = {
    {.code = "S", .says = "Started to be looked after"},
    {.code = "L", .says = "Legal status changed"},
    {.code = "P", .says = "Placement and carer changed"},
    {.code = "T", .says = "Placement changed, same carer"},
    {.code = "B", .says = "Legal status, placement and carer changed"},
    {.code = "U", .says = "Legal status and placement changed, same carer"},
};

constexpr Code legal_status_codes[] = {
    {.code = "C1", .says = "Interim care order"},
    {.code = "C2", .says = "Full care order"},
    {.code = "D1", .says = "Freeing order (none applied for since 30 December 2005)"},
    {.code = "E1", .says = "Placement order"},
    {.code = "V2", .says = "Single period of accommodation, section 20"},
    {.code = "V3", .says = "Short breaks under an agreement, each recorded"},
    {.code = "V4", .says = "Short breaks under an agreement, the agreement recorded"},
    {.code = "L1", .says = "Police protection, in the council's accommodation"},
    {.code = "L2", .says = "Emergency protection order"},
    {.code = "L3", .says = "Child assessment order, in the council's accommodation"},
    {.code = "J1", .says = "Remanded to the council's or youth detention accommodation"},
    {.code = "J2", .says = "Detained in the council's accommodation, Police and Criminal Evidence Act 1984"},
    {.code = "J3", .says = "Youth rehabilitation order with residence or intensive fostering"},
};

constexpr Code category_of_need_codes[] = {
    {.code = "N1", .says = "Abuse, neglect or exploitation"},
    {.code = "N2", .says = "Child's disability"},
    {.code = "N3", .says = "Parent's illness or disability"},
    {.code = "N4", .says = "Family in acute stress"},
    {.code = "N5", .says = "Family dysfunction"},
    {.code = "N6", .says = "Socially unacceptable behaviour"},
    {.code = "N7", .says = "Low income"},
    {.code = "N8", .says = "Absent parenting"},
};

// The census words N1 anew from 2026. They are used here too, so that one need reads the same in both returns.
constexpr FormerWords category_of_need_former_words[] = {
    {.code = "N1", .says = "Abuse or neglect", .last_year = 2025},
};

constexpr Code reason_episode_ceased_codes[] = {
    {.code = "X1", .says = "Next episode began the same day"},
    {.code = "E11", .says = "Adopted, application unopposed"},
    {.code = "E12", .says = "Adopted, consent dispensed with by the court"},
    {.code = "E2", .says = "Died"},
    {.code = "E3", .says = "Care taken over by another council in the UK"},
    {.code = "E4A", .says = "Went home to someone with parental responsibility, as planned"},
    {.code = "E4B", .says = "Went home to someone with parental responsibility, not as planned"},
    {.code = "E13", .says = "Went to live with someone without parental responsibility"},
    {.code = "E41", .says = "Child arrangements (residence) order"},
    {.code = "E43", .says = "Special guardianship order to former foster carers", .last_year = 2018},
    {.code = "E44", .says = "Special guardianship order to others than former foster carers", .last_year = 2018},
    {.code = "E45", .says = "Special guardianship order to former foster carers, relatives or friends", .first_year = 2019},
    {.code = "E46", .says = "Special guardianship order to former foster carers, not relatives or friends", .first_year = 2019},
    {.code = "E47", .says = "Special guardianship order to others, relatives or friends", .first_year = 2019},
    {.code = "E48", .says = "Special guardianship order to others, not relatives or friends", .first_year = 2019},
    {.code = "E5", .says = "Moved into independent living with support"},
    {.code = "E6", .says = "Moved into independent living without support"},
    {.code = "E7", .says = "Moved to residential care paid for by adult social care"},
    {.code = "E9", .says = "Sentenced to custody"},
    {.code = "E14", .says = "Remand ended"},
    {.code = "E15", .says = "Found to be 18 or over by an age assessment"},
    {.code = "E16", .says = "Moved abroad"},
    {.code = "E17", .says = "Stayed with the same carers at 18"},
    {.code = "E8", .says = "Ended for another reason"},
};

constexpr Code review_participation_codes[] = {
    {.code = "PN0", .says = "Under 4 at the review"},
    {.code = "PN1", .says = "Came and spoke"},
    {.code = "PN2", .says = "Came, an advocate spoke"},
    {.code = "PN3", .says = "Came and made views known without words"},
    {.code = "PN4", .says = "Came but gave no views"},
    {.code = "PN5", .says = "Did not come, an advocate gave their views"},
    {.code = "PN6", .says = "Did not come, sent their views"},
    {.code = "PN7", .says = "Did not come, views not given"},
};

constexpr Code missing_type_codes[] = {
    {.code = "M", .says = "Missing"},
    {.code = "A", .says = "Away without authorisation"},
};

constexpr Code sdq_reason_codes[] = {
    {.code = "SDQ1", .says = "Under 4 or over 16 at the last assessment"},
    {.code = "SDQ2", .says = "Carer would not fill it in"},
    {.code = "SDQ3", .says = "Not possible because of how disabled the child is"},
    {.code = "SDQ4", .says = "Another reason"},
    {.code = "SDQ5", .says = "Child or young person would not have it filled in"},
};

constexpr Code social_worker_change_codes[] = {
    {.code = "MANAGE", .says = "Caseloads evened out", .first_year = 2024},
    {.code = "FCONTA", .says = "First contact or referred again", .first_year = 2024},
    {.code = "LEFTRL", .says = "Social worker left the post", .first_year = 2024},
    {.code = "ORGRST", .says = "Teams reorganised", .first_year = 2024},
    {.code = "TSPROC", .says = "Passed on in the usual way, from team to team", .first_year = 2024},
    {.code = "ABSENC", .says = "Cover for an absence, or return from one", .first_year = 2024},
    {.code = "CHCHAN", .says = "Child asked for a change", .first_year = 2024},
    {.code = "PCCHAN", .says = "Parent or carer asked for a change", .first_year = 2024},
    {.code = "SWDIED", .says = "Social worker died", .first_year = 2024},
    {.code = "OTHERS", .says = "Another reason", .first_year = 2024},
};

constexpr Code previous_permanence_codes[] = {
    {.code = "P1", .says = "Adoption"},
    {.code = "P2", .says = "Special guardianship order"},
    {.code = "P3", .says = "Residence or child arrangements order"},
    {.code = "P4", .says = "Not known whether there was one"},
    {.code = "Z1", .says = "None"},
};

}  // namespace

constinit const CodeSet reason_episode_started{"reason_episode_started", "Why the episode began", sources::ssda903, reason_episode_started_codes};
constinit const CodeSet legal_status{"legal_status", "Legal status", sources::ssda903, legal_status_codes};
constinit const CodeSet category_of_need{"category_of_need", "Category of need", sources::ssda903, category_of_need_codes,
                                         category_of_need_former_words};
constinit const CodeSet reason_episode_ceased{"reason_episode_ceased", "Why the episode ended", sources::ssda903, reason_episode_ceased_codes};
constinit const CodeSet review_participation{"review_participation", "Child's part in the review", sources::ssda903, review_participation_codes};
constinit const CodeSet missing_type{"missing_type", "Missing or away", sources::ssda903, missing_type_codes};
constinit const CodeSet sdq_reason{"sdq_reason", "Why there is no strengths and difficulties score", sources::ssda903, sdq_reason_codes};
constinit const CodeSet social_worker_change{"social_worker_change", "Why the social worker changed", sources::ssda903, social_worker_change_codes};
constinit const CodeSet previous_permanence{"previous_permanence", "Permanence before this time in care", sources::ssda903,
                                            previous_permanence_codes};

}  // namespace steadfast::law
