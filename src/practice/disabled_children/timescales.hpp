#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// Under section 20 with the rules for short breaks, from the first stay.
extern const law::Timescale short_break_review;
/// Under section 17, where no regulation says how often.
extern const law::Timescale short_break_review_17;

[[nodiscard]] std::vector<record::Period> periods_of_disabled_children();
[[nodiscard]] std::vector<record::Duty> duties_of_disabled_children();

}  // namespace steadfast::practice
