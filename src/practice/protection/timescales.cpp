#include "practice/protection/timescales.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Working Together 2023, chapter 3: the initial child protection conference should take place within 15 working days of
// the strategy discussion, or of the one at which section 47 enquiries were initiated where more than one was held. The
// limit is checked; the number of the paragraph could not be, and is left out. The editions before say the same.
constinit const law::Timescale initial_conference{
    .key = "initial_conference",
    .name = "Initial child protection conference",
    .says = "Hold the initial child protection conference within 15 working days of the strategy discussion",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(15_working_days)},
};

// Working Together 2023, chapter 3: the first review conference within three months of the initial conference, further
// ones at intervals of not more than six months for as long as the child is the subject of a plan. The limits are
// checked against councils' procedures; the number of the paragraph could not be, and is left out.
constinit const law::Timescale review_conference{
    .key = "review_conference",
    .name = "Review child protection conference",
    .says = "Review the child protection plan within 3 months of the initial conference, then every 6 months",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(3_months), law::then_every(6_months)},
};

}  // namespace steadfast::practice
