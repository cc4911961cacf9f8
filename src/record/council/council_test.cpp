#include "record/council/council.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::record {
namespace {

TEST(Council, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<Council>(); }

}  // namespace
}  // namespace steadfast::record
