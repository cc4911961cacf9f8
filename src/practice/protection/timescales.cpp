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

// Working Together 2023 says "whenever there is reasonable cause" and no number; each council's procedures do.
constinit const law::Timescale strategy_discussion{
    .key = "strategy_discussion",
    .name = "Strategy discussion",
    .says = "Hold a strategy discussion within 24 hours of reasonable cause to suspect significant harm",
    .source = "This council's own procedures; Working Together to Safeguard Children (2023), chapter 3, asks for one and leaves the hours to them",
    .steps = {law::within(24_hours)},
    .local_says = "Hold a strategy discussion within {} of reasonable cause to suspect significant harm",
};

// Working Together 2023, chapter 3: the first core group within ten working days of the initial conference. How often it meets after
// that is the council's. The limit is checked against councils' procedures; the paragraph could not be, and is left out.
constinit const law::Timescale core_group{
    .key = "core_group",
    .name = "Core group",
    .says = "Hold the first core group within 10 working days of the initial conference, then every 6 weeks",
    .source = "Working Together to Safeguard Children (2023), chapter 3; after the first, this council's own procedures",
    .steps = {law::within(10_working_days), law::then_every(6_weeks)},
    .local_says = "Hold the first core group within 10 working days of the initial conference, then every {}",
};

constinit const law::Timescale police_protection_ends{
    .key = "police_protection",
    .name = "End of police protection",
    .says = "Nobody may keep a child in police protection for more than 72 hours",
    .source = "Children Act 1989, section 46(6)",
    .steps = {law::within(72_hours)},
};

// Eight days, and seven more at most if the court extends it once: section 45(1), (5) and (6). The court says the day, so the day that
// it said is what is held to. The subsections are from general knowledge of the Act and could not be checked here.
constinit const law::Timescale emergency_order_ends{
    .key = "emergency_protection_order",
    .name = "End of an emergency protection order",
    .says = "By the day to which an emergency protection order runs, say what took its place or that it ended",
    .source = "Children Act 1989, sections 44 and 45",
    .steps = {law::by_the_day_named()},
};

}  // namespace steadfast::practice
