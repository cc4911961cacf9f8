#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// That a child should be adopted, and by what sort of family: the decision, the match and the adopters (the SSDA903's AD1).
struct AdoptionMatch {
    std::optional<Date> decided_on;
    std::optional<Date> matched_on;
    std::optional<bool> adopted_by_foster_carers;
    record::Coded<law::number_of_adopters> number_of_adopters;
    record::Coded<law::adopter_sex> adopters_sex;
    record::Coded<law::adopter_legal_status> adopters_legal_status;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::AdoptionMatch>();
