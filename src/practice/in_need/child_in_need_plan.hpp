#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

struct Referral;

/// A time in which a plan of help for a child in need was in force.
struct ChildInNeedPlan {
    record::Link<Referral> referral;
    std::optional<Date> began;
    std::optional<Date> ended;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ChildInNeedPlan>();
