#include "practice/care_leaving/care_leaver_contact.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(CareLeaverContact, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CareLeaverContact>(); }

TEST(CareLeaverContact, tells_when_and_what_in_one_line) {
    CareLeaverContact contact;
    contact.return_year = 2025;
    contact.in_touch.code = "YES";
    contact.activity.code = "F4";
    contact.accommodation.code = "Z1";
    const record::Values values = type_of<CareLeaverContact>().values_of(contact);
    EXPECT_EQ(type_of<CareLeaverContact>().happened(values).text(), "2024-04-01/2025-03-31");
    EXPECT_EQ(type_of<CareLeaverContact>().summary(values),
              "In touch; Full time in an apprenticeship; With former foster carers, suitable");
}

}  // namespace
}  // namespace steadfast::practice
