#include "practice/looked_after_review/looked_after_review.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(LookedAfterReview, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<LookedAfterReview>(); }

TEST(LookedAfterReview, tells_when_and_what_in_one_line) {
    LookedAfterReview review;
    review.held_on = Date::of(2024, 4, 8);
    review.childs_part.code = "PN1";
    const record::Values values = type_of<LookedAfterReview>().values_of(review);
    EXPECT_EQ(type_of<LookedAfterReview>().happened(values).text(), "2024-04-08");
    EXPECT_EQ(type_of<LookedAfterReview>().summary(values), "Came and spoke");
}

}  // namespace
}  // namespace steadfast::practice
