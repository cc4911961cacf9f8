#include "record/allocation/allocation.hpp"

#include "record/item/round_trip.hpp"

namespace steadfast::record {
namespace {

TEST(Allocation, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Allocation>(); }

TEST(Allocation, is_shared_with_the_team_unless_it_is_somebodys_own_independent_work) {
    EXPECT_TRUE(is_shared_with_team("allocated_worker"));
    EXPECT_TRUE(is_shared_with_team("family_support_worker"));
    EXPECT_FALSE(is_shared_with_team("reviewing_officer"));
    EXPECT_FALSE(is_shared_with_team("panel_member"));
}

}  // namespace
}  // namespace steadfast::record
