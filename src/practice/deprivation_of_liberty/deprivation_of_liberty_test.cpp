#include "practice/deprivation_of_liberty/deprivation_of_liberty.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(DeprivationOfLiberty, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<DeprivationOfLiberty>(); }

TEST(DeprivationOfLiberty, tells_when_and_what_in_one_line) {
    DeprivationOfLiberty order;
    order.began = Date::of(2025, 1, 1);
    order.ended = Date::of(2025, 1, 2);
    const record::Values values = type_of<DeprivationOfLiberty>().values_of(order);
    EXPECT_EQ(type_of<DeprivationOfLiberty>().happened(values).text(), "2025-01-01/2025-01-02");
    EXPECT_EQ(type_of<DeprivationOfLiberty>().summary(values), "Order ended: Thu 2 January 2025");
}

}  // namespace
}  // namespace steadfast::practice
