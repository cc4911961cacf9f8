#include "practice/domestic_abuse/timescales.hpp"

#include "practice/domestic_abuse/domestic_abuse.hpp"

namespace steadfast::practice {

using namespace law::literals;

namespace {

constinit const law::Timescale looked_at_again{
    .key = "domestic_abuse_looked_at",
    .name = "Danger from domestic abuse looked at again",
    .says = "Look again at danger from domestic abuse by the day that was named",
    .source = "The council's own standard",
    .steps = {law::by_the_day_named()},
};

}  // namespace

constinit const law::Timescale marac_heard{
    .key = "marac_heard",
    .name = "MARAC",
    .says = "Hear a family at a MARAC within 4 weeks of its referral",
    .source = "The council's own standard: no law fixes how often a MARAC sits",
    .steps = {law::within(4_weeks)},
    .local_says = "Hear a family at a MARAC within {} of its referral",
};

std::vector<record::Duty> duties_of_domestic_abuse() {
    return {
        {.timescale = &marac_heard, .over = record::each(&Marac::referred_on), .met_by = {record::its_own(&Marac::heard_on)}},
        {.timescale = &looked_at_again,
         .over = record::each(&DomesticAbuse::judged_on),
         .met_by = {record::its_own(&DomesticAbuse::looked_again_on)},
         .due_on = record::field_of(&DomesticAbuse::look_again_by)},
    };
}

}  // namespace steadfast::practice
