#include "record/access/guards.hpp"

#include "record/item/round_trip.hpp"

namespace steadfast::record {
namespace {

TEST(Restriction, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Restriction>(); }
TEST(Permit, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Permit>(); }
TEST(ConflictOfInterest, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<ConflictOfInterest>(); }
TEST(AdoptionSeal, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<AdoptionSeal>(); }
TEST(EmergencyAccess, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<EmergencyAccess>(); }

}  // namespace
}  // namespace steadfast::record
