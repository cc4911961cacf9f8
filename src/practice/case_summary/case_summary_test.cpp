#include "practice/case_summary/case_summary.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

TEST(CaseSummary, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CaseSummary>(); }

}  // namespace
}  // namespace steadfast::practice
