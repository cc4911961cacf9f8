#include "practice/assessment/timescales.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Working Together 2023, chapter 3: the time for the assessment to conclude, so that a decision on next steps can be
// reached, should be no longer than 45 working days from the point of referral. The limit is checked; the number of
// the paragraph could not be, and is left out.
//
// The single assessment came with the edition in force from 15 April 2013. A referral before that day led to an
// initial and a core assessment, which were other duties with other limits.
constinit const law::Timescale child_and_family_assessment{
    .key = "child_and_family_assessment",
    .name = "Child and family assessment",
    .says = "Finish the child and family assessment within 45 working days of the referral",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(45_working_days)},
    .in_force_from = law::calendar_day(2013, 4, 15),
};

}  // namespace steadfast::practice
