#include "practice/looked_after_review/looked_after_review.hpp"

using steadfast::practice::LookedAfterReview;

namespace steadfast::record {

template <>
const ItemType& type_of<LookedAfterReview>() {
    static const ItemType type(
        {.key = "looked_after_review",
         .name = "Looked-after review",
         .plural = "Looked-after reviews",
         .happened = "held_on",
         .ended = "",
         .summary = {"childs_part"}},
        {
            field<&LookedAfterReview::held_on>("held_on", "Held on").natural_key().from("ssda903", "reviews", "REVIEW"),
            field<&LookedAfterReview::childs_part>("childs_part", "Child's part in it").from("ssda903", "reviews", "REVIEW_CODE"),
        });
    return type;
}

}  // namespace steadfast::record
