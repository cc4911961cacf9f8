#include "practice/referral/timescales.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Working Together 2023, chapter 3: within one working day of a referral being received, a social worker should
// acknowledge it to the referrer and decide on the next steps and the type of response required. The editions of 2018,
// 2015, 2013, 2010 and 2006 say the same, so it has no first day here. The limit is checked; the number of the
// paragraph could not be, and is left out.
constinit const law::Timescale referral_decision{
    .key = "referral_decision",
    .name = "Decision on the referral",
    .says = "Decide what to do about a referral within 1 working day of receiving it",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(1_working_day)},
};

}  // namespace steadfast::practice
