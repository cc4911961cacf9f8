#include "practice/permanence/previous_permanence.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(PreviousPermanence, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PreviousPermanence>(); }

TEST(PreviousPermanence, tells_when_and_what_in_one_line) {
    PreviousPermanence permanence;
    permanence.option.code = "P1";
    permanence.ordered = When::year(2016);
    const record::Values values = type_of<PreviousPermanence>().values_of(permanence);
    EXPECT_EQ(type_of<PreviousPermanence>().happened(values).text(), "2016");
    EXPECT_EQ(type_of<PreviousPermanence>().summary(values), "Adoption");
}

}  // namespace
}  // namespace steadfast::practice
