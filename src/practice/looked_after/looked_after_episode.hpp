#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// A stretch of being looked after in which neither legal status nor placement changed: an episode of the SSDA903.
struct LookedAfterEpisode {
    std::optional<Date> began;
    record::Coded<law::reason_episode_started> why_it_began;
    record::Coded<law::legal_status> legal_status;
    record::Coded<law::category_of_need> need;
    record::Coded<law::placement_type> placement;
    record::Coded<law::placement_provider> provider;
    std::optional<Date> ended;
    record::Coded<law::reason_episode_ceased> why_it_ended;
    record::Coded<law::reason_place_change> why_the_placement_changed;
    std::string home_postcode;
    std::string placement_postcode;
    std::string ofsted_number;   ///< The home's or agency's unique reference number.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::LookedAfterEpisode>();
