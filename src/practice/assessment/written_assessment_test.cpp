#include "practice/assessment/written_assessment.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

TEST(WrittenAssessment, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<WrittenAssessment>(); }

TEST(WrittenAssessment, is_changed_on_its_own_pages_alone) {
    EXPECT_EQ(record::type_of<WrittenAssessment>().written(), record::Written::on_its_own_pages);
}

}  // namespace
}  // namespace steadfast::practice
