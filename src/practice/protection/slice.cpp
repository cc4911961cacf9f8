#include "record/slice.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/duties.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_protection() {
    static const record::Slice slice{
        .key = "protection",
        .name = "Child protection",
        .items = {&record::type_of<Section47Enquiry>(), &record::type_of<ChildProtectionPlan>(),
                  &record::type_of<ProtectionPlanReview>()},
        .periods = periods_of_protection(),
        .duties = duties_of_protection(),
    };
    return slice;
}

}  // namespace steadfast::practice
