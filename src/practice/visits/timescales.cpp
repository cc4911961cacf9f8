#include "practice/visits/timescales.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale protection_visit{
    .key = "protection_visit",
    .name = "Visit under a child protection plan",
    .says = "See a child with a protection plan every 10 working days",
    .source = "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3, leaves the interval to the plan",
    .steps = {law::every(10_working_days)},
    .local_says = "See a child with a protection plan every {}",
};

constinit const law::Timescale in_need_visit{
    .key = "in_need_visit",
    .name = "Visit under a child in need plan",
    .says = "See a child with a child in need plan every 4 weeks",
    .source = "This council's own procedures",
    .steps = {law::every(4_weeks)},
    .local_says = "See a child with a child in need plan every {}",
};

}  // namespace steadfast::practice
