#pragma once

#include "practice/neglect/settings.hpp"
#include "record/access/seen_book.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// A reason to stop and think about a child before there is a crisis, as a sentence with its facts. What a rule can't work out because
/// a day is not on record it says nothing about.
struct Drift {
    std::string_view key;  ///< Of the rule: "another_plan".
    std::string says;  ///< "This is the second child protection plan. The one before ended on 3 March 2021."
};

/// What the readable rules find in what the viewer may see of a child. Nothing of a child who is not open to the service.
[[nodiscard]] std::vector<Drift> drift_of(const record::SeenBook& book, const record::SeenChild& child, const DriftLimits& limits,
                                          Date today);

}  // namespace steadfast::practice
