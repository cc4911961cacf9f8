#include "practice/court/legal_planning.hpp"

using steadfast::practice::LegalPlanning;

namespace steadfast::practice {
namespace {

constexpr law::Code threshold_codes[] = {
    {.code = "crossed", .says = "The lawyer thinks that it is crossed"},
    {.code = "not_crossed", .says = "The lawyer thinks that it is not crossed"},
    {.code = "more", .says = "More must be known first"},
};

constexpr law::Code decision_codes[] = {
    {.code = "go_on", .says = "Go on as before, with the plan that there is"},
    {.code = "pre_proceedings", .says = "Begin pre-proceedings with the family"},
    {.code = "court", .says = "Go to court"},
    {.code = "agreement", .says = "Accommodate by agreement"},
    {.code = "again", .says = "Talk again, once more is known"},
};

}  // namespace

constinit const law::CodeSet threshold_view{"threshold_view",
                                            "Whether the threshold for an order is crossed (Children Act 1989, section 31(2))",
                                            "Steadfast", threshold_codes};
constinit const law::CodeSet legal_planning_decision{"legal_planning_decision", "What was decided on legal advice", "Steadfast",
                                                     decision_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<LegalPlanning>() {
    static const ItemType type({.key = "legal_planning",
                                .name = "Legal planning meeting",
                                .plural = "Legal planning meetings",
                                .happened = "held_on",
                                .ended = "",
                                .summary = {"decision"},
                                .goes_out = GoesOut::never},
                               {
                                   field<&LegalPlanning::held_on>("held_on", "Held on").required(),
                                   field<&LegalPlanning::lawyer>("lawyer", "The council's lawyer"),
                                   field<&LegalPlanning::advice>("advice", "What they advised")
                                       .with_hint("Legal advice to the council: it goes out with no print"),
                                   field<&LegalPlanning::threshold>("threshold", "The threshold for an order"),
                                   field<&LegalPlanning::decision>("decision", "What was decided").required(),
                                   field<&LegalPlanning::why>("why", "Why, and what the child wants").required(),
                                   field<&LegalPlanning::to_do>("to_do", "Who does what by when"),
                               });
    return type;
}

}  // namespace steadfast::record
