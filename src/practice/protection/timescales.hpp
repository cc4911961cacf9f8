#pragma once

#include "law/timescale.hpp"

namespace steadfast::practice {

/// From the strategy discussion at which a section 47 enquiry was begun to the initial child protection conference. An
/// enquiry that found no conference necessary is not under it.
extern const law::Timescale initial_conference;

/// From the conference at which a child protection plan was made, met by each review conference, until the plan ends.
extern const law::Timescale review_conference;

}  // namespace steadfast::practice
