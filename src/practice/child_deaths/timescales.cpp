#include "practice/child_deaths/timescales.hpp"

#include "practice/child_deaths/child_death.hpp"

namespace steadfast::practice {

using namespace law::literals;

// The law says that each death is reviewed and none of the days; the guidance's own figures could not be read here, so each is the
// council's to set, and stands with the figure that partnerships commonly publish.

constinit const law::Timescale death_notified{
    .key = "death_notified",
    .name = "Child death overview panel told",
    .says = "Tell the child death overview panel of a death within 1 working day of coming to know of it",
    .source = "Child Death Review: statutory and operational guidance (2018), chapter 2; the figure is the council's own",
    .steps = {law::within(1_working_day)},
    .local_says = "Tell the child death overview panel of a death within {} of coming to know of it",
};

constinit const law::Timescale joint_agency_response{
    .key = "joint_agency_response",
    .name = "Joint agency response to a death",
    .says = "Plan a joint response with police and health within 24 hours of a death that needs one",
    .source =
        "Working Together to Safeguard Children (2023), chapter 6; Sudden unexpected death in infancy and childhood (2016); the figure is the council's own",
    .steps = {law::within(24_hours)},
    .local_says = "Plan a joint response with police and health within {} of a death that needs one",
};

constinit const law::Timescale death_review_meeting{
    .key = "death_review_meeting",
    .name = "Child death review meeting",
    .says = "Hold the child death review meeting within 3 months of the death",
    .source = "Child Death Review: statutory and operational guidance (2018), chapter 4; the figure is the council's own",
    .steps = {law::within(3_months)},
    .local_says = "Hold the child death review meeting within {} of the death",
};

std::vector<record::Duty> duties_of_child_deaths() {
    using record::each;
    using record::its_own;
    return {
        {.timescale = &death_notified, .over = each(&ChildDeath::known_on), .met_by = {its_own(&ChildDeath::notified_on)}},
        {.timescale = &joint_agency_response,
         .over = each(&ChildDeath::died).only_where(&ChildDeath::is_joint_response_needed),
         .met_by = {its_own(&ChildDeath::joint_met)}},
        {.timescale = &death_review_meeting,
         .over = each(&ChildDeath::died),
         .met_by = {its_own(&ChildDeath::review_meeting_on)}},
    };
}

}  // namespace steadfast::practice
