#include "practice/adoption/adoption_match.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(AdoptionMatch, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<AdoptionMatch>(); }

TEST(AdoptionMatch, tells_when_and_what_in_one_line) {
    AdoptionMatch match;
    match.decided_on = Date::of(2024, 5, 14);
    match.matched_on = Date::of(2024, 9, 3);
    match.adopters_sex.code = "FF";
    match.adopted_by_foster_carers = true;
    const record::Values values = type_of<AdoptionMatch>().values_of(match);
    EXPECT_EQ(type_of<AdoptionMatch>().happened(values).text(), "2024-09-03");
    EXPECT_EQ(type_of<AdoptionMatch>().summary(values),
              "Decided that adoption is best: Tue 14 May 2024; Two women; Adopted by the child's foster carers: Yes");
}

}  // namespace
}  // namespace steadfast::practice
