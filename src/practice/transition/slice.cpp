#include "record/slice.hpp"
#include "practice/transition/timescales.hpp"
#include "practice/transition/transition_assessment.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_transition() {
    static const record::Slice slice{
        .key = "transition",
        .name = "Transition to adulthood",
        .items = {&record::type_of<TransitionAssessment>()},
        .duties = duties_of_transition(),
    };
    return slice;
}

}  // namespace steadfast::practice
