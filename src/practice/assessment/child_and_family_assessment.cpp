#include "practice/assessment/child_and_family_assessment.hpp"

using steadfast::practice::ChildAndFamilyAssessment;

namespace steadfast::record {

template <>
const ItemType& type_of<ChildAndFamilyAssessment>() {
    static const ItemType type(
        {.key = "child_and_family_assessment",
         .name = "Child and family assessment",
         .plural = "Child and family assessments",
         .happened = "began",
         .ended = "authorised_on",
         .summary = {"authorised_on", "factors", "outcome"},
         .written = Written::on_its_own_pages},
        {
            field<&ChildAndFamilyAssessment::referral>("referral", "Referral").natural_key(),
            field<&ChildAndFamilyAssessment::began>("began", "Began")
                .natural_key()
                .from("cin_census", "assessment", "AssessmentActualStartDate"),
            field<&ChildAndFamilyAssessment::reviewed_within>("reviewed_within", "Reviewed by the manager on the way")
                .from("cin_census", "assessment", "AssessmentInternalReviewDate"),
            field<&ChildAndFamilyAssessment::authorised_on>("authorised_on", "Authorised on")
                .from("cin_census", "assessment", "AssessmentAuthorisationDate"),
            field<&ChildAndFamilyAssessment::factors>("factors", "Factors found")
                .from("cin_census", "assessment", "AssessmentFactors"),
            field<&ChildAndFamilyAssessment::outcome>("outcome", "Outcome"),
            field<&ChildAndFamilyAssessment::seen_on>("seen_on", "Child seen on"),
            field<&ChildAndFamilyAssessment::seen_alone_on>("seen_alone_on", "Child seen alone on"),
            field<&ChildAndFamilyAssessment::written>("written", "Text of the assessment"),
        });
    return type;
}

}  // namespace steadfast::record
