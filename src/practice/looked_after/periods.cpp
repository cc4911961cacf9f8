#include "practice/looked_after/periods.hpp"

#include "practice/looked_after/looked_after_episode.hpp"

namespace steadfast::practice {

std::vector<record::Period> periods_of_looked_after() {
    // A child who is looked after in a series of short breaks alone (V3 and V4) is under regulation 48 of the Care
    // Planning, Placement and Case Review (England) Regulations 2010 and its other times.
    return {record::chain(&LookedAfterEpisode::began, &LookedAfterEpisode::ended)
                .starting_where(&LookedAfterEpisode::why_it_began, {"S"})
                .going_on_where(&LookedAfterEpisode::why_it_ended, {"X1"})
                .leaving_out(&LookedAfterEpisode::legal_status, {"V3", "V4"})
                .called(record::care_period)};
}

}  // namespace steadfast::practice
