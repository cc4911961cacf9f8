#pragma once

#include "record/duty/duties.hpp"
#include "record/search/people_search.hpp"

namespace steadfast::record {

/// Says of a child whether an episode of need or a time of being looked after is going on, by the periods that the duties
/// run over. The duties must outlive it.
[[nodiscard]] IsOpen open_to_services(const Duties& duties);

}  // namespace steadfast::record
