#include "practice/oversight/timescales.hpp"

#include "practice/oversight/case_supervision.hpp"
#include "practice/oversight/challenge.hpp"
#include "practice/oversight/decision_asked.hpp"
#include "record/allocation/allocation.hpp"

namespace steadfast::practice {

using namespace law::literals;

// No law says how often a manager and a worker talk about each child; every inspection asks. The month stands until a council says its own.
constinit const law::Timescale case_supervised{
    .key = "case_supervision",
    .name = "Supervision about a child",
    .says = "Talk about each child in supervision at least every month while a worker has them",
    .source =
        "The council's own standard. Working Together to Safeguard Children 2023, chapter 2, asks for effective supervision and fixes no interval",
    .steps = {law::every(1_month)},
    .local_says = "Talk about each child in supervision at least every {} while a worker has them",
};

constinit const law::Timescale challenge_settled{
    .key = "challenge_settled",
    .name = "Dispute of a reviewing officer settled",
    .says = "Settle what a reviewing officer disputes within 20 working days, however many stages it goes through",
    .source = "IRO Handbook: statutory guidance for independent reviewing officers (2010), 6.2",
    .steps = {law::within(20_working_days)},
    .in_force_from = law::calendar_day(2011, 4, 1),
};

namespace {

constinit const law::Timescale decision_given_by{
    .key = "decision_asked",
    .name = "Decision that was asked for",
    .says = "Give the decision by the day that whoever asked needs it",
    .source = "The council's own standard: a child waits for it",
    .steps = {law::by_the_day_named()},
};

constinit const law::Timescale challenge_answered{
    .key = "challenge_answered",
    .name = "Answer to a challenge",
    .says = "Answer a challenge by the day that it names",
    .source =
        "IRO Handbook (2010), 6.2, asks for a time at each stage; Working Together to Safeguard Children 2023, chapter 2, for escalation among partners",
    .steps = {law::by_the_day_named()},
};

}  // namespace

std::vector<record::Duty> duties_of_oversight() {
    using record::each;
    using record::field_of;
    using record::its_own;
    return {
        {.timescale = &case_supervised,
         .over = each(&record::Allocation::from, &record::Allocation::to)
                     .only_where(&record::Allocation::as_what, {"allocated_worker"}),
         .met_by = {record::any(&CaseSupervision::held_on)}},
        {.timescale = &decision_given_by,
         .over = each(&DecisionAsked::asked, &DecisionAsked::dropped_on),
         .met_by = {its_own(&DecisionAsked::answered)},
         .due_on = field_of(&DecisionAsked::by_day),
         .owed_by = field_of(&DecisionAsked::of)},
        {.timescale = &challenge_answered,
         .over = each(&Challenge::asked, &Challenge::dropped_on),
         .met_by = {its_own(&Challenge::answered)},
         .due_on = field_of(&Challenge::by_day),
         .owed_by = field_of(&Challenge::of)},
        {.timescale = &challenge_settled,
         .over =
             each(&Challenge::first_raised_on, &Challenge::dropped_on).only_where(&Challenge::raised_as, {"reviewing_officer"}),
         .met_by = {its_own(&Challenge::settled_on)}},
    };
}

}  // namespace steadfast::practice
