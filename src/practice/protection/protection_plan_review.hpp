#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

struct ChildProtectionPlan;

/// A review child protection conference.
struct ProtectionPlanReview {
    record::Link<ChildProtectionPlan> plan;
    std::optional<Date> held_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::ProtectionPlanReview>();
