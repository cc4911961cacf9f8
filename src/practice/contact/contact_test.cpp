#include "practice/contact/contact.hpp"
#include "record/item/round_trip.hpp"

namespace steadfast::practice {
namespace {

using record::type_of;

TEST(Contact, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Contact>(); }

TEST(Contact, tells_when_and_what_in_one_line_without_a_name) {
    Contact contact;
    contact.received = *When::parse("2026-03-03T14:10+00:00");
    contact.who_contacted.code = "2A";
    contact.contacted_by = "Mrs Howe, head teacher";
    contact.came_by.code = "telephone";
    contact.danger.code = "no";
    const record::Values values = type_of<Contact>().values_of(contact);
    EXPECT_EQ(type_of<Contact>().happened(values).text(), "2026-03-03T14:10+00:00");
    EXPECT_EQ(type_of<Contact>().summary(values), "School; Telephone; No immediate danger");
}

}  // namespace
}  // namespace steadfast::practice
