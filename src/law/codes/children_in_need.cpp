#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code referral_source_codes[] = {
    {.code = "1A", .says = "Family member, relative or carer"},
    {.code = "1B", .says = "Acquaintance, such as a neighbour or child minder"},
    {.code = "1C", .says = "The child or young person"},
    {.code = "1D", .says = "Other individual, such as a stranger"},
    {.code = "2A", .says = "School"},
    {.code = "2B", .says = "Education service"},
    {.code = "3A", .says = "General practitioner"},
    {.code = "3B", .says = "Health visitor"},
    {.code = "3C", .says = "School nurse"},
    {.code = "3D", .says = "Other primary health service"},
    {.code = "3E", .says = "Accident and emergency department"},
    {.code = "3F", .says = "Other health service, such as a hospice"},
    {.code = "4", .says = "Housing: the council's or a housing association"},
    {.code = "5A", .says = "Own council: social care, such as adults'"},
    {.code = "5B", .says = "Own council: another department, such as youth justice"},
    {.code = "5C", .says = "Another council"},
    {.code = "5D", .says = "Own council: early help", .first_year = 2023},
    {.code = "6", .says = "Police"},
    {.code = "7", .says = "Other legal agency, such as a court, probation, Cafcass or a prison"},
    {.code = "8", .says = "Other, such as a children's centre, independent agency or charity"},
    {.code = "9", .says = "Anonymous"},
    {.code = "10", .says = "Not known"},
};

constexpr Code primary_need_codes[] = {
    {.code = "N1", .says = "Abuse, neglect or exploitation"},
    {.code = "N2", .says = "Child's disability or illness"},
    {.code = "N3", .says = "Parent's disability or illness"},
    {.code = "N4", .says = "Family in acute stress"},
    {.code = "N5", .says = "Family dysfunction"},
    {.code = "N6", .says = "Socially unacceptable behaviour"},
    {.code = "N7", .says = "Low income"},
    {.code = "N8", .says = "Absent parenting"},
    {.code = "N9", .says = "Not a child in need"},
    {.code = "N0", .says = "Not stated"},
};

constexpr FormerWords primary_need_former_words[] = {
    {.code = "N1", .says = "Abuse or neglect", .last_year = 2025},
};

constexpr Code closure_reason_codes[] = {
    {.code = "RC1", .says = "Adopted"},
    {.code = "RC2", .says = "Died"},
    {.code = "RC3", .says = "Child arrangements order"},
    {.code = "RC4", .says = "Special guardianship order"},
    {.code = "RC5", .says = "Moved to another council's services"},
    {.code = "RC6", .says = "Moved to adult social care"},
    {.code = "RC7", .says = "Ended for another reason, such as no longer in need"},
    {.code = "RC8", .says = "Closed after assessment, no further action"},
    {.code = "RC9", .says = "Closed after assessment, referred to early help", .first_year = 2023},
};

constexpr Code category_of_abuse_codes[] = {
    {.code = "NEG", .says = "Neglect"},
    {.code = "PHY", .says = "Physical abuse"},
    {.code = "SAB", .says = "Sexual abuse"},
    {.code = "EMO", .says = "Emotional abuse"},
    {.code = "MUL", .says = "Multiple (the guide advises against it)"},
};

constexpr Code legal_gateway_outcome_codes[] = {
    {.code = "A", .says = "Go on with the present plan"},
    {.code = "B", .says = "Start pre-proceedings"},
    {.code = "C", .says = "Issue care proceedings"},
    {.code = "D", .says = "Not known"},
};

constexpr Code pre_proceedings_outcome_codes[] = {
    {.code = "Decision to Issue Care Proceedings", .says = "Issue care proceedings"},
    {.code = "Decision to step down", .says = "Step down from pre-proceedings"},
};

}  // namespace

constinit const CodeSet referral_source{"referral_source", "Who referred", sources::cin_census, referral_source_codes};
constinit const CodeSet primary_need{"primary_need", "Primary need", sources::cin_census, primary_need_codes, primary_need_former_words};
constinit const CodeSet closure_reason{"closure_reason", "Reason for closing", sources::cin_census, closure_reason_codes};
constinit const CodeSet category_of_abuse{"category_of_abuse", "Category of abuse", sources::cin_census, category_of_abuse_codes};
constinit const CodeSet legal_gateway_outcome{"legal_gateway_outcome", "Outcome of the legal gateway meeting",
                                              sources::standard_safeguarding_dataset, legal_gateway_outcome_codes};
constinit const CodeSet pre_proceedings_outcome{"pre_proceedings_outcome", "Outcome of pre-proceedings",
                                                sources::standard_safeguarding_dataset, pre_proceedings_outcome_codes};

}  // namespace steadfast::law
