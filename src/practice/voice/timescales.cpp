#include "practice/voice/timescales.hpp"

#include "practice/voice/complaint.hpp"

namespace steadfast::practice {

using namespace law::literals;

namespace {

constexpr Date in_force = law::calendar_day(2006, 9, 1);

constinit const law::Timescale first_stage{
    .key = "complaint_first_stage",
    .name = "Answer to a complaint",
    .says = "Answer a complaint within 10 working days",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14",
    .steps = {law::within(10_working_days)},
    .in_force_from = in_force,
};
constinit const law::Timescale first_stage_extended{
    .key = "complaint_first_stage_extended",
    .name = "Answer to a complaint, with the time that was agreed",
    .says = "Answer a complaint within 20 working days, where whoever complained agreed to that",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14",
    .steps = {law::within(20_working_days)},
    .in_force_from = in_force,
};
constinit const law::Timescale second_stage{
    .key = "complaint_second_stage",
    .name = "Investigation of a complaint",
    .says = "Investigate a complaint and answer it within 25 working days of being asked to",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 17",
    .steps = {law::within(25_working_days)},
    .in_force_from = in_force,
};
constinit const law::Timescale second_stage_extended{
    .key = "complaint_second_stage_extended",
    .name = "Investigation of a complaint that takes longer",
    .says = "Investigate a complaint and answer it within 65 working days at most, where whoever complained was told why",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 17",
    .steps = {law::within(65_working_days)},
    .in_force_from = in_force,
};
constinit const law::Timescale panel_meets{
    .key = "complaint_panel",
    .name = "Review panel on a complaint",
    .says = "Have the review panel meet within 30 working days of being asked for it",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 19(4)",
    .steps = {law::within(30_working_days)},
    .in_force_from = in_force,
};
constinit const law::Timescale panel_answered{
    .key = "complaint_panel_answered",
    .name = "Answer to a review panel",
    .says = "Answer the panel's recommendations within 15 working days of receiving them",
    .source = "Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 20",
    .steps = {law::within(15_working_days)},
    .in_force_from = in_force,
};

}  // namespace

std::vector<record::Duty> duties_of_voice() {
    using record::each;
    using record::its_own;
    return {
        {.timescale = &first_stage,
         .over = each(&Complaint::received_on, &Complaint::withdrawn_on)
                     .only_where(&Complaint::kind, {"complaint"})
                     .unless(&Complaint::first_extended),
         .met_by = {its_own(&Complaint::first_answered_on)}},
        {.timescale = &first_stage_extended,
         .over = each(&Complaint::received_on, &Complaint::withdrawn_on)
                     .only_where(&Complaint::kind, {"complaint"})
                     .only_where(&Complaint::first_extended),
         .met_by = {its_own(&Complaint::first_answered_on)}},
        {.timescale = &second_stage,
         .over = each(&Complaint::second_asked_on, &Complaint::withdrawn_on)
                     .only_where(&Complaint::second_asked)
                     .unless(&Complaint::second_extended),
         .met_by = {its_own(&Complaint::second_answered_on)}},
        {.timescale = &second_stage_extended,
         .over = each(&Complaint::second_asked_on, &Complaint::withdrawn_on)
                     .only_where(&Complaint::second_asked)
                     .only_where(&Complaint::second_extended),
         .met_by = {its_own(&Complaint::second_answered_on)}},
        {.timescale = &panel_meets,
         .over = each(&Complaint::panel_asked_on, &Complaint::withdrawn_on).only_where(&Complaint::panel_asked),
         .met_by = {its_own(&Complaint::panel_met_on)}},
        {.timescale = &panel_answered,
         .over = each(&Complaint::panel_report_on, &Complaint::withdrawn_on).only_where(&Complaint::panel_reported),
         .met_by = {its_own(&Complaint::panel_answered_on)}},
    };
}

}  // namespace steadfast::practice
