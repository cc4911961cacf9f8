#include "practice/court/proceedings.hpp"

using steadfast::practice::CourtHearing;
using steadfast::practice::CourtProceedings;

namespace steadfast::practice {
namespace {

constexpr law::Code application_codes[] = {
    {.code = "care", .says = "Care order, or supervision order (section 31)"},
    {.code = "placement", .says = "Placement order"},
    {.code = "discharge", .says = "Discharge of a care order"},
    {.code = "secure", .says = "Secure accommodation (section 25)"},
    {.code = "liberty", .says = "To deprive of liberty, in the High Court"},
    {.code = "recovery", .says = "Recovery order (section 50)"},
    {.code = "assessment", .says = "Child assessment order (section 43)"},
    {.code = "other", .says = "Another application"},
};

constexpr law::Code outcome_codes[] = {
    {.code = "care", .says = "Care order"},
    {.code = "supervision", .says = "Supervision order"},
    {.code = "placement", .says = "Care and placement orders"},
    {.code = "guardianship", .says = "Special guardianship order"},
    {.code = "arrangements", .says = "Child arrangements order"},
    {.code = "granted", .says = "Granted, as it was applied for"},
    {.code = "no_order", .says = "No order"},
    {.code = "withdrawn", .says = "Withdrawn"},
};

constexpr law::Code hearing_codes[] = {
    {.code = "urgent", .says = "Urgent hearing"},
    {.code = "case_management", .says = "Case management hearing"},
    {.code = "issues", .says = "Issues resolution hearing"},
    {.code = "final", .says = "Final hearing"},
    {.code = "other", .says = "Another hearing"},
};

}  // namespace

constinit const law::CodeSet application_to_court{"application_to_court", "What a court is asked for",
                                                  "Children Act 1989; Adoption and Children Act 2002", application_codes};
constinit const law::CodeSet court_outcome{"court_outcome", "What a court ordered",
                                           "Children Act 1989; Adoption and Children Act 2002", outcome_codes};
constinit const law::CodeSet hearing_kind{"hearing_kind", "Which hearing", "Family Procedure Rules 2010, Practice Direction 12A",
                                          hearing_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<CourtProceedings>() {
    static const ItemType type(
        {.key = "court_proceedings",
         .name = "Court proceedings",
         .plural = "Court proceedings",
         .happened = "issued_on",
         .ended = "ended_on",
         .summary = {"application", "outcome"}},
        {
            field<&CourtProceedings::issued_on>("issued_on", "Issued on").required(),
            field<&CourtProceedings::application>("application", "What the court is asked for").required(),
            field<&CourtProceedings::court_and_number>("court_and_number", "Court, and its number of the case"),
            field<&CourtProceedings::guardian>("guardian", "The child's guardian"),
            field<&CourtProceedings::is_extended>("is_extended", "Did the court give longer than 26 weeks?").asked_later(),
            field<&CourtProceedings::extended_to>("extended_to", "Until")
                .required_where("is_extended")
                .not_before_the("issued_on")
                .asked_later(),
            field<&CourtProceedings::why_extended>("why_extended", "Why it is needed for the child").asked_later(),
            field<&CourtProceedings::ended_on>("ended_on", "Ended on").not_before_the("issued_on").asked_later(),
            field<&CourtProceedings::outcome>("outcome", "What the court ordered").asked_later(),
            field<&CourtProceedings::what_it_means>("what_it_means", "What it means, in words for the child").asked_later(),
        });
    return type;
}

template <>
const ItemType& type_of<CourtHearing>() {
    static const ItemType type(
        {.key = "court_hearing",
         .name = "Court hearing",
         .plural = "Court hearings",
         .happened = "held_at",
         .ended = "",
         .summary = {"kind", "listed_for", "before_whom"},
         .tells = Tells::once_it_happened},
        {
            field<&CourtHearing::listed_for>("listed_for", "Listed for").required(),
            field<&CourtHearing::held_at>("held_at", "Held").with_hint("Leave it empty until it was held"),
            field<&CourtHearing::kind>("kind", "Which hearing").required(),
            field<&CourtHearing::before_whom>("before_whom", "Before whom"),
            field<&CourtHearing::ordered>("ordered", "What was ordered"),
            field<&CourtHearing::must_file>("must_file", "Must the council file something?"),
            field<&CourtHearing::ordered_on>("ordered_on", "Ordered on").required_where("must_file"),
            field<&CourtHearing::what_to_file>("what_to_file", "What is to be filed"),
            field<&CourtHearing::file_by>("file_by", "File it by").required_where("must_file").not_before_the("ordered_on"),
            field<&CourtHearing::filed_on>("filed_on", "Filed on"),
            field<&CourtHearing::child_says>("child_says", "What this child wanted the court to know").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
