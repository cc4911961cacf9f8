#include "practice/young_carers/timescales.hpp"

#include "practice/young_carers/young_carer.hpp"

namespace steadfast::practice {

using namespace law::literals;

constinit const law::Timescale young_carer_assessed{
    .key = "young_carer_assessed",
    .name = "Young carer's needs assessment",
    .says = "Assess a young carer within 45 working days",
    .source =
        "Children Act 1989, section 17ZA, and the Young Carers (Needs Assessments) Regulations 2015 fix no time: the figure is the council's own, as for any "
        "assessment of a child",
    .steps = {law::within(45_working_days)},
    .in_force_from = law::calendar_day(2015, 4, 1),
    .local_says = "Assess a young carer within {}",
};

std::vector<record::Duty> duties_of_young_carers() {
    return {{.timescale = &young_carer_assessed,
             .over = record::each(&YoungCarerAssessment::asked_on),
             .met_by = {record::its_own(&YoungCarerAssessment::assessed_on)},
             .ended_by = {record::its_own(&YoungCarerAssessment::declined_on)},
             .ended_words = "not wanted"}};
}

}  // namespace steadfast::practice
