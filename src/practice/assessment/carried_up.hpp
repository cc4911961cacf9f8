#pragma once

#include "practice/assessment/writing.hpp"

#include <string>

namespace steadfast::practice {

/// The summary of early help that was stepped up to the referral which these children are assessed for: the assessment begins with it, and
/// nobody types it again. Empty where there was none, or none that the viewer may read whole.
[[nodiscard]] std::string carried_up_to(record::Record& record, const record::SeenBook& book,
                                        const std::vector<Assessable>& children);

}  // namespace steadfast::practice
