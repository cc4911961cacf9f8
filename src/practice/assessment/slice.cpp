#include "practice/assessment/child_and_family_assessment.hpp"
#include "record/slice.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_assessment() {
    static const record::Slice slice{
        .key = "assessment",
        .name = "Assessment",
        .items = {&record::type_of<ChildAndFamilyAssessment>()},
    };
    return slice;
}

}  // namespace steadfast::practice
