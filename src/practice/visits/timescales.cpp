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

// Regulation 8 was read, regulation 7 with its seven working days was not: it is to be checked before it is relied on.
//
// The first year is what limits a visit that is counted from a day in it, also where that visit falls due in the second: the stricter reading.
constinit const law::Timescale private_fostering_visit{
    .key = "private_fostering_visit",
    .name = "Visit to a privately fostered child",
    .says = "See a privately fostered child within 7 working days of coming to know of it, then every 6 weeks, and after a year every 12",
    .source = "Children (Private Arrangements for Fostering) Regulations 2005, regulations 7 and 8",
    .steps = {law::within(7_working_days), law::then_every(6_weeks).but_after_years(1, 12)},
    .in_force_from = law::calendar_day(2005, 7, 1),
};

constinit const law::Timescale private_fostering_first_visit{
    .key = "private_fostering_first_visit",
    .name = "Visit before private fostering begins",
    .says = "Visit where a child is to be privately fostered within 7 working days of notice, and see the child",
    .source = "Children (Private Arrangements for Fostering) Regulations 2005, regulation 4",
    .steps = {law::within(7_working_days)},
    .in_force_from = law::calendar_day(2005, 7, 1),
};

// Of regulation 48(3)(c) it was read that visits are made on days of a stay, agreed beforehand and written in the plan, within an outer limit; the
// figures of that limit break off in the text that was read, and stand as for the reviews beside them: check them before they are relied on.
constinit const law::Timescale short_break_visit{
    .key = "short_break_visit",
    .name = "Visit on a short break",
    .says = "Visit a child on a short break under section 20 within 3 months of the first stay, then every 6 months",
    .source = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48(3)",
    .steps = {law::within(3_months), law::then_every(6_months)},
    .in_force_from = law::calendar_day(2011, 4, 1),
};

}  // namespace steadfast::practice
