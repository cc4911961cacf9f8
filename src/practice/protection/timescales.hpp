#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

/// From the strategy discussion at which a section 47 enquiry was begun to the initial child protection conference. An
/// enquiry that found no conference necessary is not under it.
extern const law::Timescale initial_conference;

/// From the conference at which a child protection plan was made, met by each review conference, until the plan ends.
extern const law::Timescale review_conference;

/// From when there was reasonable cause to the strategy discussion.
extern const law::Timescale strategy_discussion;

/// From the conference at which a child protection plan was made to the first core group, then from each to the next.
extern const law::Timescale core_group;

/// The longest that police protection may last.
extern const law::Timescale police_protection_ends;

/// Until the day to which an emergency protection order runs, something has taken its place or it has ended.
extern const law::Timescale emergency_order_ends;

}  // namespace steadfast::practice
