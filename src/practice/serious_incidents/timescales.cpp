#include "practice/serious_incidents/timescales.hpp"

#include "practice/serious_incidents/serious_incident.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale incident_notified{
    .key = "incident_notified",
    .name = "Notification of a serious incident",
    .says = "Notify a serious incident within 5 working days of coming to know of it",
    .source = "Children Act 2004, section 16C; Working Together to Safeguard Children (2023), chapter 5",
    .steps = {law::within(5_working_days)},
};

constinit const law::Timescale rapid_review{
    .key = "rapid_review",
    .name = "Rapid review",
    .says = "Send the rapid review of a serious incident to the Panel within 15 working days of coming to know of it",
    .source = "Working Together to Safeguard Children (2023), chapter 5",
    .steps = {law::within(15_working_days)},
};

std::vector<record::Duty> duties_of_serious_incidents() {
    // One of which nobody said yet whether it must be notified is owed both: not to know is no reason to let the days go by.
    return {
        {
            .timescale = &incident_notified,
            .over = record::each(&SeriousIncident::known_on).leaving_out(&SeriousIncident::notified_as, {"not_notified"}),
            .met_by = {record::its_own(&SeriousIncident::notified_on)},
        },
        {
            .timescale = &rapid_review,
            .over = record::each(&SeriousIncident::known_on).leaving_out(&SeriousIncident::notified_as, {"not_notified", "death_in_care"}),
            .met_by = {record::its_own(&SeriousIncident::rapid_review_on)},
        },
    };
}

}  // namespace steadfast::practice
