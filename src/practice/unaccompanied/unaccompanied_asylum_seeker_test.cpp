#include "practice/unaccompanied/unaccompanied_asylum_seeker.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(UnaccompaniedAsylumSeeker, goes_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<UnaccompaniedAsylumSeeker>();
}

TEST(UnaccompaniedAsylumSeeker, tells_when_and_what_in_one_line) {
    UnaccompaniedAsylumSeeker child;
    child.until = Date::of(2028, 10, 13);
    const record::Values values = type_of<UnaccompaniedAsylumSeeker>().values_of(child);
    EXPECT_EQ(type_of<UnaccompaniedAsylumSeeker>().happened(values).text(), "");
    EXPECT_EQ(type_of<UnaccompaniedAsylumSeeker>().summary(values), "Stopped or stops being counted as one: Fri 13 October 2028");
}

}  // namespace
}  // namespace steadfast::practice
