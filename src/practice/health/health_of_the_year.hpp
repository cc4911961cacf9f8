#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// How a child looked after for the whole of a return year fared: health, and trouble with the law (the SSDA903's OC2).
struct HealthOfTheYear {
    std::optional<std::int32_t> return_year;   ///< The year in which it ends: 2025 is 1 April 2024 to 31 March 2025.
    std::optional<std::int32_t> difficulties_score;   ///< Strengths and difficulties questionnaire: 0 to 40.
    record::Coded<law::sdq_reason> why_no_score;
    std::optional<bool> convicted;
    std::optional<bool> development_checked;
    std::optional<bool> immunised;
    std::optional<bool> teeth_checked;
    std::optional<bool> health_assessed;
    std::optional<bool> misused_substances;
    std::optional<bool> intervention_received;
    std::optional<bool> intervention_offered;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::HealthOfTheYear>();
