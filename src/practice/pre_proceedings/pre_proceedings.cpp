#include "practice/pre_proceedings/pre_proceedings.hpp"

using steadfast::practice::PreProceedings;

namespace steadfast::record {

template <>
const ItemType& type_of<PreProceedings>() {
    static const ItemType type(
        {.key = "pre_proceedings",
         .name = "Pre-proceedings",
         .plural = "Pre-proceedings",
         .happened = "began",
         .ended = "decided_on",
         .summary = {"outcome", "letter_sent_on", "decided_on", "applied_to_court_on"}},
        {
            field<&PreProceedings::referral>("referral", "Referral").natural_key(),
            field<&PreProceedings::began>("began", "Began").natural_key().from("cin_census", "pre_proceedings", "PPStartDate"),
            field<&PreProceedings::letter_sent_on>("letter_sent_on", "Letter before proceedings sent")
                .from("cin_census", "pre_proceedings", "LBPSentDate"),
            field<&PreProceedings::family_meeting_offered>("family_meeting_offered",
                                                           "Family group decision-making meeting offered")
                .from("cin_census", "pre_proceedings", "FGDMMeetingOffer"),
            field<&PreProceedings::family_meeting_held>("family_meeting_held", "Family group decision-making meeting held")
                .from("cin_census", "pre_proceedings", "FGDMMeetingFac"),
            field<&PreProceedings::first_meeting_on>("first_meeting_on", "First pre-proceedings meeting")
                .from("cin_census", "pre_proceedings", "InitialPPMeetingDate"),
            field<&PreProceedings::review_meetings>("review_meetings", "Review meetings")
                .from("cin_census", "pre_proceedings", "ReviewMeetingsCount"),
            field<&PreProceedings::decided_on>("decided_on", "Decided to step down or to go to court")
                .from("cin_census", "pre_proceedings", "StepDecisionDate"),
            // The published schema has no codes for the outcome yet: what a file gives is kept as it stands.
            field<&PreProceedings::outcome>("outcome", "Outcome").from("cin_census", "pre_proceedings", "PPOutcome"),
            field<&PreProceedings::applied_to_court_on>("applied_to_court_on", "Applied to court")
                .from("cin_census", "pre_proceedings", "CourtAppDate"),
            field<&PreProceedings::letter_of_issue_on>("letter_of_issue_on", "Letter of issue with the care plan sent")
                .from("cin_census", "pre_proceedings", "LetterInitCPDate"),
        });
    return type;
}

}  // namespace steadfast::record
