#include "practice/contact/agency_check.hpp"

using steadfast::practice::AgencyCheck;

namespace steadfast::practice {
namespace {

// Agreement is one way in which sharing is lawful and not the only one: an authority may ask, and an agency may answer, where a task in the
// public interest needs it and a child is to be kept safe (UK GDPR article 6(1)(e); Data Protection Act 2018, schedule 1, paragraph 18;
// Information sharing advice for safeguarding practitioners, Department for Education, 2024). From general knowledge of these texts: they
// could not be read here. So each check says which it is, and without agreement why.
constexpr law::Code bases[] = {
    {.code = "agreed", .says = "The family agrees"},
    {.code = "unsafe_to_ask", .says = "Without asking the family: asking may put a child at risk"},
    {.code = "refused", .says = "Without their agreement: a child may be suffering significant harm"},
    {.code = "no_time", .says = "Without asking yet: nobody could be reached in time"},
};
constexpr law::Code answers[] = {
    {.code = "known", .says = "They know the family"},
    {.code = "not_known", .says = "They know nobody of the family"},
    {.code = "declined", .says = "They declined to say"},
};

}  // namespace

constinit const law::CodeSet check_basis{"check_basis", "On what footing an agency is asked", "Steadfast", bases};
constinit const law::CodeSet check_answer{"check_answer", "What an agency answered", "Steadfast", answers};

}  // namespace steadfast::practice

namespace steadfast::record {

// What another agency told us is not ours to hand on with every print.
template <>
const ItemType& type_of<AgencyCheck>() {
    static const ItemType type(
        {.key = "agency_check",
         .name = "Agency check",
         .plural = "Agency checks",
         .happened = "asked_at",
         .ended = "",
         .summary = {"agency", "organisation", "answer"},
         .written = Written::on_its_own_pages,
         .goes_out = GoesOut::when_asked_for},
        {
            field<&AgencyCheck::contact>("contact", "Contact"),
            field<&AgencyCheck::agency>("agency", "Agency").required(),
            field<&AgencyCheck::organisation>("organisation", "Which one").with_hint("The school, the surgery, the police force"),
            field<&AgencyCheck::asked_at>("asked_at", "Asked").required(),
            field<&AgencyCheck::asked_by>("asked_by", "Asked by"),
            field<&AgencyCheck::question>("question", "What is asked").required(),
            field<&AgencyCheck::basis>("basis", "On what footing").required(),
            field<&AgencyCheck::basis_why>("basis_why", "Why, if the family has not agreed"),
            field<&AgencyCheck::answered_at>("answered_at", "Answered"),
            field<&AgencyCheck::answer>("answer", "What they answered"),
            field<&AgencyCheck::answered_by>("answered_by", "Who answered").with_hint("Name and role"),
            field<&AgencyCheck::declined_why>("declined_why", "Why they declined, if they did"),
            field<&AgencyCheck::known_of_family>("known_of_family", "What they know of the family"),
            field<&AgencyCheck::known>("known", "What they know of this child").about_each(),
        });
    return type;
}

}  // namespace steadfast::record
