#include "practice/contact/contact.hpp"

using steadfast::practice::Contact;

namespace steadfast::practice {
namespace {

constexpr law::Code contact_way_codes[] = {
    {.code = "telephone", .says = "Telephone"},      {.code = "email", .says = "E-mail"},
    {.code = "public_form", .says = "Public form"},  {.code = "in_person", .says = "In person"},
    {.code = "letter", .says = "Letter"},            {.code = "notice", .says = "Notice from another system, such as the police's"},
};
constexpr law::Code immediate_danger_codes[] = {
    {.code = "yes", .says = "In immediate danger"},
    {.code = "no", .says = "No immediate danger"},
    {.code = "not_known", .says = "Not known whether in immediate danger"},
};
constexpr law::Code family_told_codes[] = {
    {.code = "told", .says = "The parents know of this contact"},
    {.code = "not_told", .says = "The parents have not been told"},
    {.code = "not_safe", .says = "Telling the parents may put a child at risk"},
    {.code = "not_known", .says = "Not known"},
};
constexpr law::Code consent_given_codes[] = {
    {.code = "given", .says = "The parents agree"},
    {.code = "refused", .says = "The parents do not agree"},
    {.code = "not_asked", .says = "Not asked yet"},
    {.code = "not_needed", .says = "Not needed: a child may be suffering significant harm"},
};
constexpr law::Code contact_decision_codes[] = {
    {.code = "assessment", .says = "Referral: assess"},
    {.code = "to_worker", .says = "Passed to the worker whom the child already has"},
    {.code = "early_help", .says = "Early help"},
    {.code = "advice", .says = "Advice or another agency"},
    {.code = "transfer", .says = "Passed to another authority"},
    {.code = "nothing", .says = "Nothing further"},
};
// What a threshold document has to set out criteria for: early help, and services under the Children Act 1989, sections 17, 47, 31 and 20
// (Working Together 2023, chapter 2, on the arrangements of the safeguarding partners; the paragraph could not be checked). What a council
// calls its levels stands in its own guide, beside the choice.
constexpr law::Code threshold_levels[] = {
    {.code = "universal", .says = "What every family has: school, health, community"},
    {.code = "early_help", .says = "Early help"},
    {.code = "in_need", .says = "Child in need (section 17)"},
    {.code = "protection", .says = "Significant harm, suffered or likely (section 47)"},
    {.code = "care", .says = "Accommodation or care (sections 20 and 31)"},
};

}  // namespace

constinit const law::CodeSet contact_way{"contact_way", "How it came", "Steadfast", contact_way_codes};
constinit const law::CodeSet immediate_danger{"immediate_danger", "Immediate danger", "Steadfast", immediate_danger_codes};
constinit const law::CodeSet family_told{"family_told", "Whether the parents know", "Steadfast", family_told_codes};
constinit const law::CodeSet consent_given{"consent_given", "Consent", "Steadfast", consent_given_codes};
constinit const law::CodeSet contact_decision{"contact_decision", "Decision on a contact", "Steadfast", contact_decision_codes};
constinit const law::CodeSet threshold_level{"threshold_level", "Threshold", "Steadfast, after Working Together", threshold_levels};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<Contact>() {
    static const ItemType type(
        {.key = "contact",
         .name = "Contact",
         .plural = "Contacts",
         .happened = "received",
         .ended = "",
         .summary = {"who_contacted", "came_by", "danger", "decision"},
         .written = Written::on_its_own_pages},
        {
            field<&Contact::received>("received", "When they got in touch").required(),
            field<&Contact::who_contacted>("who_contacted", "Who got in touch"),
            field<&Contact::agency>("agency", "Agency or organisation"),
            field<&Contact::contacted_by>("contacted_by", "Their name and role"),
            field<&Contact::ring_back>("ring_back", "How to ring them back"),
            field<&Contact::stays_unnamed>("stays_unnamed", "They want to stay unnamed to the family"),
            field<&Contact::came_by>("came_by", "How it came"),
            field<&Contact::children_not_on_record>("children_not_on_record", "Children who are not on record")
                .with_hint("What is known of them: names, ages, school, address. Leave it empty if all are chosen above"),
            field<&Contact::worries>("worries", "What they are worried about").with_hint("In their own words"),
            field<&Contact::child_says>("child_says", "What the child is known to feel or say"),
            field<&Contact::danger>("danger", "Immediate danger"),
            field<&Contact::parents_told>("parents_told", "Do the parents know?"),
            field<&Contact::consent>("consent", "Do they agree?"),
            field<&Contact::consent_words>("consent_words", "What was said about telling them and agreeing"),
            field<&Contact::reference>("reference", "Reference of the public form"),
            field<&Contact::is_unverified>("is_unverified", "Nobody has spoken to the sender yet"),
            field<&Contact::taken_at_night>("taken_at_night", "Taken by the emergency duty team"),
            field<&Contact::threshold>("threshold", "Which threshold is met?").with_hint("By the threshold guide of this council and its partners"),
            field<&Contact::threshold_why>("threshold_why", "What in the guide says so").with_hint("What fits, what does not, and what the agencies said"),
            field<&Contact::decision>("decision", "Decision"),
            field<&Contact::decision_why>("decision_why", "Why"),
            field<&Contact::decided>("decided", "Decided"),
            field<&Contact::decided_by>("decided_by", "Decided by"),
            field<&Contact::passed_to>("passed_to", "Passed to"),
        });
    return type;
}

}  // namespace steadfast::record
