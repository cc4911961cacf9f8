#pragma once

#include "demo/family.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::demo {

/// What a worker wrote after seeing the children at home or where they live: some sentences, no two notes alike.
[[nodiscard]] std::string words_of_a_visit(Dice& dice, const Family& family, const std::vector<Child*>& children, Date day,
                                           bool in_care);
[[nodiscard]] std::string words_of_a_call(Dice& dice, const Family& family, const std::vector<Child*>& children);
[[nodiscard]] std::string words_of_family_time(Dice& dice, const Family& family, const std::vector<Child*>& children);
/// A manager's decision. `decision` is one of: assess, no_further_action, assessed, strategy, into_care, closed.
[[nodiscard]] std::string words_of_a_decision(Dice& dice, const std::vector<Child*>& children, std::string_view decision);

}  // namespace steadfast::demo
