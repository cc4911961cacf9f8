#include "practice/protection/section47_enquiry.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(Section47Enquiry, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Section47Enquiry>(); }

TEST(Section47Enquiry, tells_when_and_what_in_one_line) {
    Section47Enquiry enquiry;
    enquiry.began = Date::of(2024, 4, 8);
    enquiry.conference_on = Date::of(2024, 4, 26);
    enquiry.conference_not_required = false;
    const record::Values values = type_of<Section47Enquiry>().values_of(enquiry);
    EXPECT_EQ(type_of<Section47Enquiry>().happened(values).text(), "2024-04-08");
    EXPECT_EQ(type_of<Section47Enquiry>().summary(values),
              "Initial child protection conference: Fri 26 April 2024; Conference not required: No");
}

}  // namespace
}  // namespace steadfast::practice
