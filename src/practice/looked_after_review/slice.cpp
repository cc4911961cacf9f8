#include "record/slice.hpp"
#include "practice/looked_after_review/duties.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_looked_after_review() {
    static const record::Slice slice{
        .key = "looked_after_review",
        .name = "Looked-after reviews",
        .items = {&record::type_of<LookedAfterReview>()},
        .duties = duties_of_looked_after_review(),
    };
    return slice;
}

}  // namespace steadfast::practice
