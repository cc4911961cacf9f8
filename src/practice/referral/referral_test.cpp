#include "practice/referral/referral.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(Referral, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Referral>(); }

TEST(Referral, tells_when_and_what_in_one_line) {
    Referral referral;
    referral.received_on = Date::of(2024, 4, 8);
    referral.who_referred.code = "6";
    referral.primary_need.code = "N5";
    const record::Values values = type_of<Referral>().values_of(referral);
    EXPECT_EQ(type_of<Referral>().happened(values).text(), "2024-04-08");
    EXPECT_EQ(type_of<Referral>().summary(values), "Police; Family dysfunction");
}

}  // namespace
}  // namespace steadfast::practice
