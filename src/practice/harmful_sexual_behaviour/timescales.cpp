#include "practice/harmful_sexual_behaviour/timescales.hpp"

#include "practice/harmful_sexual_behaviour/harmful_behaviour.hpp"

namespace steadfast::practice {

using namespace law::literals;

namespace {

constinit const law::Timescale looked_at_again{
    .key = "harmful_behaviour_looked_at",
    .name = "Harmful sexual behaviour looked at again",
    .says = "Look again at harmful sexual behaviour and what keeps everybody safe by the day that was named",
    .source = "The council's own standard",
    .steps = {law::by_the_day_named()},
};

}  // namespace

std::vector<record::Duty> duties_of_harmful_sexual_behaviour() {
    return {{.timescale = &looked_at_again,
             .over = record::each(&HarmfulBehaviour::known_on, &HarmfulBehaviour::ended_on),
             .met_by = {record::its_own(&HarmfulBehaviour::looked_again_on)},
             .due_on = record::field_of(&HarmfulBehaviour::look_again_by)}};
}

}  // namespace steadfast::practice
