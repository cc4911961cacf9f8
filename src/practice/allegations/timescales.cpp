#include "practice/allegations/timescales.hpp"

#include "practice/allegations/allegation.hpp"

namespace steadfast::practice {

using namespace law::literals;

// The one working day was read where councils quote the guidance; its paragraph was not found.
constinit const law::Timescale designated_officer_told{
    .key = "designated_officer_told",
    .name = "Allegation told to the designated officer",
    .says = "Tell the designated officer of an allegation against an adult who works with children within 1 working day",
    .source = "Working Together to Safeguard Children (2023), chapter 4, people in positions of trust",
    .steps = {law::within(1_working_day)},
};

constinit const law::Timescale allegation_reviewed{
    .key = "allegation_reviewed",
    .name = "Review of an allegation",
    .says = "Review an allegation within 4 weeks of the first discussion, then every 2 weeks until it is concluded",
    .source =
        "The council's own standard, after Keeping children safe in education, part four: the first within four weeks, then ideally each fortnight",
    .steps = {law::within(4_weeks), law::then_every(2_weeks)},
    .local_says = "Review an allegation within 4 weeks of the first discussion, then every {} until it is concluded",
};

// Guidance of earlier years gave targets: eight of ten within a month, nine of ten within three, all but the most exceptional within twelve. The
// guidance of today was read as asking for no delay without a figure, so the middle one stands until a council says its own.
constinit const law::Timescale allegation_concluded{
    .key = "allegation_concluded",
    .name = "Allegation concluded",
    .says = "Conclude an allegation within 3 months",
    .source =
        "The council's own standard; Working Together to Safeguard Children (2023), chapter 4, asks that it is dealt with without delay",
    .steps = {law::within(3_months)},
    .local_says = "Conclude an allegation within {}",
};

std::vector<record::Duty> duties_of_allegations() {
    return {
        {.timescale = &designated_officer_told,
         .over = record::each(&Allegation::known_on),
         .met_by = {record::its_own(&Allegation::told_on)}},
        // A review names no allegation: where a child has two under way, one talk is counted for both.
        {.timescale = &allegation_reviewed,
         .over = record::each(&Allegation::evaluated_on, &Allegation::concluded_on).only_where(&Allegation::is_taken_further),
         .met_by = {record::any(&AllegationReview::held_on)}},
        // Below the threshold it is the employer's to deal with, and nothing is left to conclude.
        {.timescale = &allegation_concluded,
         .over = record::each(&Allegation::known_on).unless_no(&Allegation::is_taken_further),
         .met_by = {record::its_own(&Allegation::concluded_on)}},
    };
}

}  // namespace steadfast::practice
