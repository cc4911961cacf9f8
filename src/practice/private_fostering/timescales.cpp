#include "practice/private_fostering/timescales.hpp"

#include "practice/private_fostering/private_fostering.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale private_fostering_decision{
    .key = "private_fostering_decision",
    .name = "Decision on private fostering",
    .says = "Decide whether private fostering is suitable within 42 working days of coming to know of it",
    .source =
        "The council's own standard: the Children (Private Arrangements for Fostering) Regulations 2005 fix no time for the decision",
    .steps = {law::within(42_working_days)},
    .local_says = "Decide whether private fostering is suitable within {} of coming to know of it",
};

std::vector<record::Period> periods_of_private_fostering() {
    // What turned out not to be private fostering owes no visits as such.
    return {
        record::each(&PrivateFostering::aware_on, &PrivateFostering::ended)
            .only_where(&PrivateFostering::lives_there)
            .leaving_out(&PrivateFostering::suitable, {"not_private_fostering"})
            .called(record::private_fostering),
        record::each(&PrivateFostering::told_on, &PrivateFostering::aware_on)
            .only_where(&PrivateFostering::was_proposed)
            .leaving_out(&PrivateFostering::suitable, {"not_private_fostering"})
            .called(record::private_fostering_proposed),
    };
}

std::vector<record::Duty> duties_of_private_fostering() {
    return {
        {.timescale = &private_fostering_decision,
         .over = record::each(&PrivateFostering::aware_on, &PrivateFostering::ended).only_where(&PrivateFostering::lives_there),
         .met_by = {record::its_own(&PrivateFostering::decided_on)}}};
}

}  // namespace steadfast::practice
