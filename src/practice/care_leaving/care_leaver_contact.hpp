#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// How a care leaver was doing around a birthday in the return year: in touch, what they did, where they lived (the SSDA903's OC3).
struct CareLeaverContact {
    std::optional<std::int32_t> return_year;  ///< The year in which it ends: 2025 is 1 April 2024 to 31 March 2025.
    record::Coded<law::care_leaver_in_touch> in_touch;
    record::Coded<law::care_leaver_activity> activity;
    record::Coded<law::care_leaver_accommodation> accommodation;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CareLeaverContact>();
