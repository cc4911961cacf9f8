#pragma once

#include "demo/family.hpp"
#include "practice/looked_after/looked_after_episode.hpp"

#include <vector>

namespace steadfast::demo {

/// One child's whole time in care as it happened and will happen: worked out before any of it is recorded.
struct TimeInCare {
    std::vector<practice::LookedAfterEpisode> episodes;   ///< In order, each ending on the day the next begins.
    Date until = Date::from_days(0);
    std::string_view closes_with;          ///< The census's reason for closing.

    struct Adoption {
        Date decided;
        Date matched;
        bool by_foster_carers = false;
    };
    std::optional<Adoption> adoption;      ///< Where adoption was the plan from some day on.
};

/// @param need a code of law::category_of_need.
[[nodiscard]] TimeInCare time_in_care(Dice& dice, const Child& child, const Family& family, Date began, std::string_view need,
                                      bool was_protected);

}  // namespace steadfast::demo
