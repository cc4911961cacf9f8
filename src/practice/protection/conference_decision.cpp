#include "practice/protection/conference_decision.hpp"

using steadfast::practice::InitialConferenceDecision;
using steadfast::practice::ReviewConferenceDecision;

namespace steadfast::practice {
namespace {

constexpr law::Code initial_outcomes[] = {
    {.code = "plan", .says = "The child needs a child protection plan"},
    {.code = "in_need", .says = "No protection plan: a child in need plan"},
    {.code = "no_plan", .says = "No protection plan"},
};
constexpr law::Code review_outcomes[] = {
    {.code = "goes_on", .says = "The child protection plan goes on"},
    {.code = "ends_in_need", .says = "The plan ends: a child in need plan"},
    {.code = "ends", .says = "The plan ends"},
};

}  // namespace

constinit const law::CodeSet initial_conference_outcome{"initial_conference_outcome", "Decision of an initial child protection conference", "Steadfast", initial_outcomes};
constinit const law::CodeSet review_conference_outcome{"review_conference_outcome", "Decision of a review child protection conference", "Steadfast", review_outcomes};

}  // namespace steadfast::practice

namespace steadfast::record {

// As of a strategy discussion: the conference stands in the chronology, and its decision with it.
template <>
const ItemType& type_of<InitialConferenceDecision>() {
    static const ItemType type(
        {.key = "initial_conference_decision",
         .name = "Decision of an initial child protection conference",
         .plural = "Decisions of initial child protection conferences",
         .happened = "decided_on",
         .ended = "",
         .summary = {},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&InitialConferenceDecision::meeting>("meeting", "Meeting"),
            field<&InitialConferenceDecision::decided_on>("decided_on", "Decided on"),
            field<&InitialConferenceDecision::outcome>("initial_conference_outcome", "What was decided for this child").required().about_each(),
            field<&InitialConferenceDecision::category>("initial_conference_category", "Category").about_each().with_hint("For a child who needs a plan"),
            field<&InitialConferenceDecision::because>("initial_conference_because", "Why").about_each(),
        });
    return type;
}

template <>
const ItemType& type_of<ReviewConferenceDecision>() {
    static const ItemType type(
        {.key = "review_conference_decision",
         .name = "Decision of a review child protection conference",
         .plural = "Decisions of review child protection conferences",
         .happened = "decided_on",
         .ended = "",
         .summary = {},
         .written = Written::on_its_own_pages,
         .tells = Tells::what_is_planned},
        {
            field<&ReviewConferenceDecision::meeting>("meeting", "Meeting"),
            field<&ReviewConferenceDecision::decided_on>("decided_on", "Decided on"),
            field<&ReviewConferenceDecision::outcome>("review_conference_outcome", "What was decided for this child").required().about_each(),
            field<&ReviewConferenceDecision::category>("review_conference_category", "Category, if it changed").about_each(),
            field<&ReviewConferenceDecision::because>("review_conference_because", "Why").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
