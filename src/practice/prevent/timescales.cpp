#include "practice/prevent/timescales.hpp"

#include "practice/prevent/prevent_referral.hpp"

namespace steadfast::practice {

using namespace law::literals;

// The guidance on Channel was not read here: both figures are the council's to set, and stand with what panels commonly publish.

constinit const law::Timescale channel_panel{
    .key = "channel_panel",
    .name = "First Channel panel",
    .says = "Bring a referral that the police sent on to a Channel panel within 4 weeks",
    .source = "Counter-Terrorism and Security Act 2015, section 36; the figure is the council's own",
    .steps = {law::within(4_weeks)},
    .local_says = "Bring a referral that the police sent on to a Channel panel within {}",
};

constinit const law::Timescale channel_looked_at{
    .key = "channel_looked_at",
    .name = "Look again after Channel",
    .says = "Look again within 6 months of the end of Channel's help",
    .source = "Channel duty guidance (2023); the figure is the council's own",
    .steps = {law::within(6_months)},
    .local_says = "Look again within {} of the end of Channel's help",
};

std::vector<record::Duty> duties_of_prevent() {
    return {
        {.timescale = &channel_panel,
         .over =
             record::each(&PreventReferral::sent_on_by_police).leaving_out(&PreventReferral::outcome, {"not_prevent", "police"}),
         .met_by = {record::its_own(&PreventReferral::panel_on)}},
        {.timescale = &channel_looked_at,
         .over = record::each(&PreventReferral::ended_on).only_where(&PreventReferral::outcome, {"adopted"}),
         .met_by = {record::its_own(&PreventReferral::looked_again_on)}},
    };
}

}  // namespace steadfast::practice
