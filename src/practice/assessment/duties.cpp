#include "practice/assessment/duties.hpp"

#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/assessment/timescales.hpp"

namespace steadfast::practice {

std::vector<record::Duty> duties_of_assessment() {
    return {{
        .timescale = &child_and_family_assessment,
        .over = record::episode_of_need,
        .met_by = {record::any(&ChildAndFamilyAssessment::authorised_on, &ChildAndFamilyAssessment::referral)},
    }};
}

}  // namespace steadfast::practice
