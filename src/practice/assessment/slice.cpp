#include "record/slice.hpp"
#include "practice/assessment/assessment_pages.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/assessment/duties.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_assessment() {
    static const record::Slice slice{
        .key = "assessment",
        .name = "Assessment",
        .items = {&record::type_of<ChildAndFamilyAssessment>(), &record::type_of<WrittenAssessment>()},
        .duties = duties_of_assessment(),
        .add_pages = [](record::Record& record, record::pages::PageParts& parts) {
            add_assessment_pages(record, parts);
            add_returned_panel(parts);
        },
    };
    return slice;
}

}  // namespace steadfast::practice
