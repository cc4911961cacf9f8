#pragma once

#include "law/timescale.hpp"
#include "record/duty/duty.hpp"

#include <vector>

namespace steadfast::practice {

/// From the police sending it on to the first Channel panel.
extern const law::Timescale channel_panel;
/// From the end of Channel's help to a look at how it went on.
extern const law::Timescale channel_looked_at;

[[nodiscard]] std::vector<record::Duty> duties_of_prevent();

}  // namespace steadfast::practice
