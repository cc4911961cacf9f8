#include "practice/adoption/adoption_match.hpp"

using steadfast::practice::AdoptionMatch;

namespace steadfast::record {

template <>
const ItemType& type_of<AdoptionMatch>() {
    // A child's number ends with the adoption, so a number is adopted once: the child alone is the key, and
    // a corrected date is a new version rather than a second adoption.
    static const ItemType type(
        {.key = "adoption_match",
         .name = "Match for adoption",
         .plural = "Matches for adoption",
         .happened = "matched_on",
         .ended = "",
         .summary = {"decided_on", "adopters_sex", "adopters_legal_status", "adopted_by_foster_carers"}},
        {
            field<&AdoptionMatch::decided_on>("decided_on", "Decided that adoption is best").from("ssda903", "ad1", "DATE_INT"),
            field<&AdoptionMatch::matched_on>("matched_on", "Matched with the adopters").from("ssda903", "ad1", "DATE_MATCH"),
            field<&AdoptionMatch::adopted_by_foster_carers>("adopted_by_foster_carers", "Adopted by the child's foster carers")
                .from("ssda903", "ad1", "FOSTER_CARE"),
            field<&AdoptionMatch::number_of_adopters>("number_of_adopters", "How many adopters")
                .from("ssda903", "ad1", "NB_ADOPTR"),
            field<&AdoptionMatch::adopters_sex>("adopters_sex", "Adopters").from("ssda903", "ad1", "SEX_ADOPTR"),
            field<&AdoptionMatch::adopters_legal_status>("adopters_legal_status", "Adopters' legal status")
                .from("ssda903", "ad1", "LS_ADOPTR"),
        });
    return type;
}

}  // namespace steadfast::record
