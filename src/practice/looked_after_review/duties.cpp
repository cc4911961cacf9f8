#include "practice/looked_after_review/duties.hpp"

#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/looked_after_review/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_looked_after_review() {
    return {{
        .timescale = &looked_after_review,
        .over = record::care_period,
        .met_by = {record::any(&LookedAfterReview::held_on)},
    }};
}

}  // namespace steadfast::practice
