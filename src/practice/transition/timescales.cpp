#include "practice/transition/timescales.hpp"

#include "practice/transition/transition_assessment.hpp"

namespace steadfast::practice {

constinit const law::Timescale transition_assessed{
    .key = "transition_assessed",
    .name = "Transition assessment",
    .says = "Assess what is needed after 18 by the day that was planned, before the birthday",
    .source = "Care Act 2014, sections 58, 60 and 63",
    .steps = {law::by_the_day_named()},
    .in_force_from = law::calendar_day(2015, 4, 1),
};

std::vector<record::Duty> duties_of_transition() {
    return {{.timescale = &transition_assessed,
             .over = record::each(&TransitionAssessment::likely_on),
             .met_by = {record::its_own(&TransitionAssessment::assessed_on)},
             .due_on = record::field_of(&TransitionAssessment::by),
             .ended_by = {record::its_own(&TransitionAssessment::declined_on)},
             .ended_words = "not wanted"}};
}

}  // namespace steadfast::practice
