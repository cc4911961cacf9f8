#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/contact_way.hpp"
#include "record/people/immigration_status.hpp"
#include "record/people/interpreter_booking.hpp"
#include "record/people/name.hpp"
#include "record/people/person.hpp"
#include "record/people/professional.hpp"
#include "record/people/relationship.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

std::vector<std::string> mistakes(const ItemType& type, const web::Fields& form, const Values* recorded = nullptr) {
    std::vector<std::string> all;
    const auto read = read_form(type, form, recorded);
    for (const auto& error : read.errors) all.push_back(error.field + ": " + error.says);
    return all;
}

web::Fields day(const std::string& name, Date date) {
    return {{name + "-day", std::to_string(date.day())}, {name + "-month", std::to_string(date.month())}, {name + "-year", std::to_string(date.year())}};
}

TEST(ItemsAboutAPerson, come_back_from_the_ledger_as_they_went) {
    expect_there_and_back<Person>();
    expect_there_and_back<Name>();
    expect_there_and_back<Address>();
    expect_there_and_back<ContactWay>();
    expect_there_and_back<Relationship>();
    expect_there_and_back<Professional>();
    expect_there_and_back<Alert>();
    expect_there_and_back<ImmigrationStatus>();
    expect_there_and_back<InterpreterBooking>();
}

TEST(ItemsAboutAPerson, say_at_the_field_what_is_wrong_and_what_would_be_right) {
    EXPECT_EQ(mistakes(type_of<Person>(), {{"nhs_number", "943 476 5917"}, {"upn", "B000000000001"}}),
              (std::vector<std::string>{"upn: The unique pupil number must begin with its check letter; with these digits it would be P",
                                        "nhs_number: The NHS number must have 10 digits and a right check digit; its last digit would be 9"}));
    const auto read = read_form(type_of<Person>(), {{"nhs_number", "943 476 5919"}});
    EXPECT_TRUE(read.errors.empty());
    EXPECT_EQ(type_of<Person>().item_from<Person>(read.values).nhs_number, "9434765919");
}

TEST(ItemsAboutAPerson, may_keep_a_number_that_a_return_gave_wrong_while_something_else_is_changed) {
    Person person;
    person.upn = "B000000000001";
    const Values recorded = type_of<Person>().values_of(person);
    EXPECT_EQ(mistakes(type_of<Person>(), {{"upn", "B000000000001"}, {"given_name", "Amira"}}, &recorded), std::vector<std::string>());
    EXPECT_EQ(mistakes(type_of<Person>(), {{"upn", "B000000000002"}}, &recorded).size(), 1u);
}

TEST(ItemsAboutAPerson, must_not_end_before_they_began) {
    web::Fields form{{"kind", "former"}, {"given_name", "Amira"}};
    for (const auto& [name, value] : day("from", *Date::of(2026, 3, 3))) form.add(name, value);
    for (const auto& [name, value] : day("to", *Date::of(2026, 3, 2))) form.add(name, value);
    EXPECT_EQ(mistakes(type_of<Name>(), form), (std::vector<std::string>{"to-day: To must not be before From, which is 3 March 2026"}));
}

TEST(ConfidentialAddress, must_say_why) {
    EXPECT_EQ(mistakes(type_of<Address>(), {{"kind", "home"}, {"is_confidential", "yes"}}),
              (std::vector<std::string>{"confidential_because: Enter why it is confidential"}));
    EXPECT_EQ(mistakes(type_of<Address>(), {{"kind", "home"}, {"is_confidential", "no"}}), std::vector<std::string>());
    EXPECT_EQ(mistakes(type_of<Address>(), {{"kind", "home"}, {"is_confidential", "yes"}, {"confidential_because", "A refuge"}}), std::vector<std::string>());
}

TEST(Address, is_one_place_however_it_is_written_and_none_where_too_little_is_known) {
    Address one;
    one.house_and_street = "12 Mill Lane";
    one.postcode = "ZZ1 2AB";
    Address other = one;
    other.house_and_street = "12, mill lane";
    other.postcode = "zz12ab";
    EXPECT_EQ(place_of(one), place_of(other));
    other.house_and_street = "14 Mill Lane";
    EXPECT_NE(place_of(one), place_of(other));
    other.house_and_street = "";
    EXPECT_EQ(place_of(other), "");   // Half a street has one postcode.
    EXPECT_EQ(place_of(Address()), "");
}

TEST(Address, is_true_from_its_first_day_to_the_day_before_they_left) {
    Address address;
    address.from = Date::of(2026, 3, 3);
    address.to = Date::of(2026, 3, 5);
    EXPECT_FALSE(address.is_true_on(*Date::of(2026, 3, 2)));
    EXPECT_TRUE(address.is_true_on(*Date::of(2026, 3, 3)));
    EXPECT_TRUE(address.is_true_on(*Date::of(2026, 3, 4)));
    EXPECT_FALSE(address.is_true_on(*Date::of(2026, 3, 5)));
}

TEST(Relationship, has_words_both_ways_and_by_sex_in_any_years_spelling) {
    Relationship relationship;
    relationship.kind.code = "parent";
    ASSERT_NE(kind_of(relationship), nullptr);
    EXPECT_EQ(words_for(kind_of(relationship)->relative_is, "F"), "Mother");
    EXPECT_EQ(words_for(kind_of(relationship)->relative_is, "1"), "Father");
    EXPECT_EQ(words_for(kind_of(relationship)->person_is, "U"), "Child");
    relationship.kind.code = "no such";
    EXPECT_EQ(kind_of(relationship), nullptr);
}

TEST(Relationship, gives_parental_responsibility_only_where_somebody_said_so_and_while_it_lasts) {
    Relationship relationship;
    relationship.kind.code = "parent";
    EXPECT_FALSE(relationship.has_responsibility_on(*Date::of(2026, 3, 3)));
    relationship.responsibility.code = "yes";
    relationship.responsibility_to = Date::of(2026, 3, 3);
    EXPECT_TRUE(relationship.has_responsibility_on(*Date::of(2026, 3, 2)));
    EXPECT_FALSE(relationship.has_responsibility_on(*Date::of(2026, 3, 3)));
}

}  // namespace
}  // namespace steadfast::record
