#include "practice/protection/section47_enquiry.hpp"

using steadfast::practice::Section47Enquiry;

namespace steadfast::record {

template <>
const ItemType& type_of<Section47Enquiry>() {
    static const ItemType type(
        {.key = "section47_enquiry",
         .name = "Section 47 enquiry",
         .plural = "Section 47 enquiries",
         .happened = "began",
         .ended = "",
         .summary = {"conference_on", "conference_not_required"}},
        {
            field<&Section47Enquiry::referral>("referral", "Referral").natural_key(),
            field<&Section47Enquiry::began>("began", "Began").natural_key().from("cin_census", "section47", "S47ActualStartDate"),
            field<&Section47Enquiry::conference_due>("conference_due", "Initial child protection conference due")
                .from("cin_census", "section47", "InitialCPCtarget"),
            field<&Section47Enquiry::conference_on>("conference_on", "Initial child protection conference")
                .from("cin_census", "section47", "DateOfInitialCPC"),
            field<&Section47Enquiry::conference_not_required>("conference_not_required", "Conference not required")
                .from("cin_census", "section47", "ICPCnotRequired"),
            field<&Section47Enquiry::findings_agreed_on>("findings_agreed_on", "What it found was agreed on"),
            field<&Section47Enquiry::findings_agreed_by>("findings_agreed_by", "Agreed by"),
        });
    return type;
}

}  // namespace steadfast::record
