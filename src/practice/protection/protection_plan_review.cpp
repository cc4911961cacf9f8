#include "practice/protection/protection_plan_review.hpp"

using steadfast::practice::ProtectionPlanReview;

namespace steadfast::record {

template <>
const ItemType& type_of<ProtectionPlanReview>() {
    static const ItemType type({.key = "protection_plan_review",
                                .name = "Review child protection conference",
                                .plural = "Review child protection conferences",
                                .happened = "held_on",
                                .ended = "",
                                .summary = {}},
                               {
                                   field<&ProtectionPlanReview::plan>("plan", "Child protection plan").natural_key(),
                                   field<&ProtectionPlanReview::held_on>("held_on", "Held on")
                                       .natural_key()
                                       .from("cin_census", "protection_review", "CPPreviewDate"),
                               });
    return type;
}

}  // namespace steadfast::record
