#include "record/teams/team.hpp"

#include "record/item/round_trip.hpp"

namespace steadfast::record {
namespace {

TEST(Team, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Team>(); }
TEST(TeamMembership, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<TeamMembership>(); }

}  // namespace
}  // namespace steadfast::record
