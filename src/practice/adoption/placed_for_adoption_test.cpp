#include "practice/adoption/placed_for_adoption.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(PlacedForAdoption, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PlacedForAdoption>(); }

TEST(PlacedForAdoption, tells_when_and_what_in_one_line) {
    PlacedForAdoption plan;
    plan.decided_on = Date::of(2024, 5, 14);
    plan.ceased_on = Date::of(2024, 11, 1);
    plan.why_it_ceased.code = "RD3";
    const record::Values values = type_of<PlacedForAdoption>().values_of(plan);
    EXPECT_EQ(type_of<PlacedForAdoption>().happened(values).text(), "2024-05-14/2024-11-01");
    EXPECT_EQ(type_of<PlacedForAdoption>().summary(values),
              "Stopped being the plan: Fri 1 November 2024; No adopters could be found");
}

}  // namespace
}  // namespace steadfast::practice
