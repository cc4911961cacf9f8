#include "practice/protection/written_enquiry.hpp"

#include "record/access/role.hpp"

using steadfast::practice::WrittenEnquiry;

namespace steadfast::practice {
namespace {

constexpr law::Code outcome_codes[] = {
    {.code = "not_substantiated", .says = "Concerns are not substantiated"},
    {.code = "no_continuing_risk", .says = "Substantiated, and the child is not at continuing risk of significant harm"},
    {.code = "continuing_risk", .says = "Substantiated, and the child is at continuing risk: a conference is called"},
};

}  // namespace

constinit const law::CodeSet enquiry_outcome{"enquiry_outcome", "What a section 47 enquiry found",
                                             "Working Together to Safeguard Children (2023), chapter 3", outcome_codes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<WrittenEnquiry>() {
    static const ItemType type(
        {.key = "written_enquiry",
         .name = "Section 47 enquiry, as written",
         .plural = "Section 47 enquiries, as written",
         .happened = "written_on",
         .ended = "",
         .summary = {"lead"}},
        {
            field<&WrittenEnquiry::written_on>("written_on", "Written on").required(),
            field<&WrittenEnquiry::lead>("lead", "Lead child protection practitioner")
                .the_recorder_who_may(record::Permission::decide_contacts)
                .with_hint("A qualified social worker who may open this record"),
            field<&WrittenEnquiry::child_says>("child_says", "What this child says")
                .about_each()
                .with_hint("In the child's own words, or what a baby showed"),
            field<&WrittenEnquiry::seen_on>("seen_on", "Seen on").about_each(),
            field<&WrittenEnquiry::seen_alone_on>("seen_alone_on", "Seen alone on").about_each(),
            field<&WrittenEnquiry::not_seen_because>("not_seen_because", "If not, why").about_each(),
            field<&WrittenEnquiry::about_child>("about_child", "How this child is, what was done to them, what they need")
                .about_each(),
            field<&WrittenEnquiry::outcome>("outcome", "What the enquiry found of this child").about_each(),
            field<&WrittenEnquiry::asked_of>("asked_of", "Who was asked, and what they know")
                .required()
                .with_hint("Police, school, health and whoever else knows the family, each by name"),
            field<&WrittenEnquiry::parents_say>("parents_say", "What the parents and carers say"),
            field<&WrittenEnquiry::is_medical_asked>("is_medical_asked", "Was a medical examination asked for?"),
            field<&WrittenEnquiry::medical_on>("medical_on", "Held on").required_where("is_medical_asked"),
            field<&WrittenEnquiry::medical_by>("medical_by", "By whom"),
            field<&WrittenEnquiry::medical_found>("medical_found", "What was found"),
            field<&WrittenEnquiry::analysis>("analysis", "What it means")
                .with_hint("What is harmful and how much, what protects, what is not known"),
            field<&WrittenEnquiry::safe_now>("safe_now", "What keeps the children safe now"),
        });
    return type;
}

}  // namespace steadfast::record
