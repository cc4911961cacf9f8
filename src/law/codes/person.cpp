#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code yes_no_codes[] = {
    {.code = "0", .says = "No"},
    {.code = "1", .says = "Yes"},
    // Files are met that write the words where the schema has digits.
    {.code = "false", .says = "No", .same_as = "0"},
    {.code = "true", .says = "Yes", .same_as = "1"},
};

constexpr Code sex_codes[] = {
    {.code = "M", .says = "Male", .first_year = 2025},
    {.code = "F", .says = "Female", .first_year = 2025},
    {.code = "U", .says = "Not known", .first_year = 2025},
    {.code = "1", .says = "Male", .last_year = 2024, .same_as = "M"},
    {.code = "2", .says = "Female", .last_year = 2024, .same_as = "F"},
    // These two were the children in need census's alone; the SSDA903 never had them.
    {.code = "0", .says = "Not recorded, or not yet born", .last_year = 2024, .same_as = "U"},
    {.code = "9", .says = "Indeterminate", .last_year = 2024, .same_as = "U"},
};

constexpr Code ethnicity_codes[] = {
    {.code = "WBRI", .says = "White British"},
    {.code = "WIRI", .says = "White Irish"},
    {.code = "WIRT", .says = "Traveller of Irish heritage"},
    {.code = "WROM", .says = "Gypsy or Roma"},
    {.code = "WOTH", .says = "Other White background"},
    {.code = "MWBC", .says = "White and Black Caribbean"},
    {.code = "MWBA", .says = "White and Black African"},
    {.code = "MWAS", .says = "White and Asian"},
    {.code = "MOTH", .says = "Other mixed background"},
    {.code = "AIND", .says = "Indian"},
    {.code = "APKN", .says = "Pakistani"},
    {.code = "ABAN", .says = "Bangladeshi"},
    {.code = "AOTH", .says = "Other Asian background"},
    {.code = "BCRB", .says = "Black Caribbean"},
    {.code = "BAFR", .says = "Black African"},
    {.code = "BOTH", .says = "Other Black background"},
    {.code = "CHNE", .says = "Chinese"},
    {.code = "OOTH", .says = "Other ethnic group"},
    {.code = "REFU", .says = "Asked, and preferred not to say"},
    {.code = "NOBT", .says = "Not yet known"},
};

constexpr Code disability_codes[] = {
    {.code = "NONE", .says = "No disability"},
    {.code = "MOB", .says = "Mobility"},
    {.code = "HAND", .says = "Hand function"},
    {.code = "PC", .says = "Personal care"},
    {.code = "INC", .says = "Incontinence"},
    {.code = "COMM", .says = "Communication"},
    {.code = "LD", .says = "Learning"},
    {.code = "HEAR", .says = "Hearing"},
    {.code = "VIS", .says = "Vision"},
    {.code = "BEH", .says = "Behaviour"},
    {.code = "CON", .says = "Consciousness"},
    {.code = "AUT", .says = "Autism"},
    {.code = "DDA", .says = "Another disability"},
};

constexpr Code upn_unknown_codes[] = {
    {.code = "UN1", .says = "Not of school age and not yet given a number"},
    {.code = "UN2", .says = "Has never been at a state school in England"},
    {.code = "UN3", .says = "Is at school outside England"},
    {.code = "UN4", .says = "Newly looked after, number not known in time for the return"},
    {.code = "UN5", .says = "Sources disagree on name or birth date, so no number can be relied on"},
    // These two are the children in need census's alone.
    {.code = "UN6", .says = "Not looked after, and the number has not been obtained"},
    {.code = "UN7", .says = "Referral that led to no further action"},
};

constexpr Code gender_identity_codes[] = {
    {.code = "01", .says = "Boy or man"},
    {.code = "02", .says = "Girl or woman"},
    {.code = "09", .says = "In their own words"},
    {.code = "00", .says = "Not known, or preferred not to say"},
};

constexpr Code religion_codes[] = {
    {.code = "no_religion", .says = "No religion"},
    {.code = "christian", .says = "Christian"},
    {.code = "buddhist", .says = "Buddhist"},
    {.code = "hindu", .says = "Hindu"},
    {.code = "jewish", .says = "Jewish"},
    {.code = "muslim", .says = "Muslim"},
    {.code = "sikh", .says = "Sikh"},
    {.code = "other", .says = "Another religion"},
    {.code = "not_answered", .says = "Asked, and preferred not to say"},
};

}  // namespace

constinit const CodeSet yes_no{"yes_no", "Yes or no", sources::both_returns, yes_no_codes};
constinit const CodeSet sex{"sex", "Sex", sources::both_returns, sex_codes};
constinit const CodeSet ethnicity{"ethnicity", "Ethnicity", sources::both_returns, ethnicity_codes};
constinit const CodeSet disability{"disability", "Disability", sources::cin_census, disability_codes};
constinit const CodeSet upn_unknown{"upn_unknown", "Why there is no unique pupil number", sources::both_returns, upn_unknown_codes};
constinit const CodeSet gender_identity{"gender_identity", "Gender identity", sources::gender_in_the_safeguarding_dataset, gender_identity_codes};
constinit const CodeSet religion{"religion", "Religion", sources::census_2021, religion_codes};

}  // namespace steadfast::law
