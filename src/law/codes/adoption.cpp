#include "law/code_sets.hpp"
#include "law/codes/sources.hpp"

namespace steadfast::law {
namespace {

constexpr Code number_of_adopters_codes[] = {
    {.code = "1", .says = "One adopter"},
    {.code = "2", .says = "Two adopters"},
};

constexpr Code adopter_sex_codes[] = {
    {.code = "M1", .says = "One man"},
    {.code = "F1", .says = "One woman"},
    {.code = "MM", .says = "Two men"},
    {.code = "FF", .says = "Two women"},
    {.code = "MF", .says = "A man and a woman"},
};

constexpr Code adopter_legal_status_codes[] = {
    {.code = "L0", .says = "Single adopter"},
    {.code = "L11", .says = "Married couple, different sex"},
    {.code = "L12", .says = "Married couple, same sex"},
    {.code = "L2", .says = "Civil partners"},
    {.code = "L3", .says = "Unmarried couple, different sex"},
    {.code = "L4", .says = "Couple of the same sex, neither married nor civil partners"},
};

constexpr Code adoption_decision_reversed_codes[] = {
    {.code = "RD1", .says = "Child's needs changed"},
    {.code = "RD2", .says = "Court made no placement order"},
    {.code = "RD3", .says = "No adopters could be found"},
    {.code = "RD4", .says = "Another reason"},
};

}  // namespace

constinit const CodeSet number_of_adopters{"number_of_adopters", "Number of adopters", sources::ssda903, number_of_adopters_codes};
constinit const CodeSet adopter_sex{"adopter_sex", "Sex of the adopters", sources::ssda903, adopter_sex_codes};
constinit const CodeSet adopter_legal_status{"adopter_legal_status", "Legal status of the adopters", sources::ssda903, adopter_legal_status_codes};
constinit const CodeSet adoption_decision_reversed{"adoption_decision_reversed", "Why adoption is no longer the plan", sources::ssda903,
                                                   adoption_decision_reversed_codes};

}  // namespace steadfast::law
