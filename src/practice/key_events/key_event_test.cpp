#include "practice/key_events/key_event.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

TEST(KeyEvent, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<KeyEvent>(); }

}  // namespace
}  // namespace steadfast::practice
