#pragma once

#include "law/code_sets.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

struct Referral;

/// A time in which a child was the subject of a child protection plan.
struct ChildProtectionPlan {
    record::Link<Referral> referral;
    std::optional<Date> began;
    std::optional<Date> ended;
    record::Coded<law::category_of_abuse> first_category;
    record::Coded<law::category_of_abuse> latest_category;
    std::optional<std::int32_t> earlier_plans;   ///< How many plans the child had before this one, here or elsewhere.
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ChildProtectionPlan>();
