#include "practice/early_help/timescales.hpp"

#include "practice/early_help/early_help_review.hpp"
#include "practice/early_help/family_assessment.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Working Together 2023, chapter 3, wants an assessment with the family, a plan that is looked at again, a lead practitioner and, where that
// is no social worker, the oversight of somebody qualified. It gives none of it a number of days, so every limit here is the council's own.
// The paragraphs could not be checked, and are left out.
constinit const law::Timescale family_assessment_finished{
    .key = "family_assessment",
    .name = "Whole-family assessment",
    .says = "Finish the whole-family assessment within 30 working days of the beginning of early help",
    .source =
        "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3, asks for an assessment and leaves the days to them",
    .steps = {law::within(30_working_days)},
    .local_says = "Finish the whole-family assessment within {} of the beginning of early help",
};

constinit const law::Timescale family_team_meets{
    .key = "team_around_family",
    .name = "Team around the family",
    .says = "Hold a meeting of the team around the family every 6 weeks while early help lasts",
    .source = "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::every(6_weeks)},
    .local_says = "Hold a meeting of the team around the family every {} while early help lasts",
};

constinit const law::Timescale early_help_reviewed{
    .key = "early_help_review",
    .name = "Review of the early help plan",
    .says = "Go through the whole early help plan with the family every 12 weeks",
    .source = "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::every(12_weeks)},
    .local_says = "Go through the whole early help plan with the family every {}",
};

constinit const law::Timescale early_help_overseen{
    .key = "early_help_oversight",
    .name = "Oversight of early help",
    .says = "A qualified social worker looks over early help every 4 weeks",
    .source =
        "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3, wants the oversight and leaves the interval to them",
    .steps = {law::every(4_weeks)},
    .local_says = "A qualified social worker looks over early help every {}",
};

std::vector<record::Duty> duties_of_early_help() {
    const auto help = record::each(&EarlyHelp::began, &EarlyHelp::ended);
    using record::meetings::Meeting;
    return {
        {
            .timescale = &family_assessment_finished,
            .over = help,
            .met_by = {record::any(&FamilyAssessment::finished, &FamilyAssessment::early_help)},
            .owed_by = record::field_of(&EarlyHelp::lead),
        },
        {
            .timescale = &family_team_meets,
            .over = help,
            .met_by = {record::any(&Meeting::held_at).where(&Meeting::kind, {"team_around_family"})},
            .owed_by = record::field_of(&EarlyHelp::lead),
        },
        {
            .timescale = &early_help_reviewed,
            .over = help,
            .met_by = {record::any(&EarlyHelpReview::decided_on).where(&EarlyHelpReview::plan_reviewed)},
            .owed_by = record::field_of(&EarlyHelp::lead),
        },
        {
            .timescale = &early_help_overseen,
            .over = help,
            .met_by = {record::any(&EarlyHelpOversight::looked_on, &EarlyHelpOversight::early_help)},
            .owed_by = record::field_of(&EarlyHelp::overseen_by),
        },
    };
}

}  // namespace steadfast::practice
