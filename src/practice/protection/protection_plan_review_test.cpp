#include "practice/protection/protection_plan_review.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(ProtectionPlanReview, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<ProtectionPlanReview>(); }

TEST(ProtectionPlanReview, tells_when_and_what_in_one_line) {
    ProtectionPlanReview review;
    review.held_on = Date::of(2024, 7, 19);
    const record::Values values = type_of<ProtectionPlanReview>().values_of(review);
    EXPECT_EQ(type_of<ProtectionPlanReview>().happened(values).text(), "2024-07-19");
    EXPECT_EQ(type_of<ProtectionPlanReview>().summary(values), "");
}

}  // namespace
}  // namespace steadfast::practice
