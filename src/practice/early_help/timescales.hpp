#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

// No law says how soon or how often any of this is done: each council says its own. The figures here are what many use.

/// From the day on which early help began to the end of its whole-family assessment.
extern const law::Timescale family_assessment_finished;
/// While early help lasts, from its beginning and then from each meeting of the team around the family to the next.
extern const law::Timescale family_team_meets;
/// While early help lasts, from its beginning and then from each review of the whole plan to the next.
extern const law::Timescale early_help_reviewed;
/// While early help lasts, from its beginning and then from each time that a qualified social worker looked over it to the next.
extern const law::Timescale early_help_overseen;

[[nodiscard]] std::vector<record::Duty> duties_of_early_help();

}  // namespace steadfast::practice
