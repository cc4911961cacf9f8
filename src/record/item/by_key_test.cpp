#include "record/item/by_key.hpp"

#include "record/items.hpp"
#include "record/people/person.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue made;
        add_items(made);
        return made;
    }();
    return all;
}

TEST(ByKey, reads_and_writes_one_field_of_an_item_that_is_known_by_its_keys_alone) {
    const ItemType& type = *catalogue().find("person");
    Values values;
    set_by_key(type, values, "given_name", std::string("Amira"));
    set_by_key(type, values, "born", Date::of(2015, 4, 3).value());
    const Person person = type.item_from<Person>(values);
    EXPECT_EQ(person.given_name, "Amira");
    EXPECT_EQ(person.born, Date::of(2015, 4, 3));
    EXPECT_EQ(value_by_key(type, values, "given_name"), Value(std::string("Amira")));

    RecordForTests council(catalogue());
    const auto item = ledger::ItemId::random();
    council.save({change_of(person, item, 0, {subject_of(item)}, council.worker())});
    const Found found = council.record().book()->find(item).value();
    EXPECT_EQ(day_by_key(found, "born"), Date::of(2015, 4, 3));
    EXPECT_EQ(words_by_key(found, "given_name"), "Amira");
    EXPECT_EQ(words_by_key(found, "family_name"), "");
}

TEST(ByKey, takes_no_key_that_the_type_does_not_declare) {
    const ItemType& type = *catalogue().find("person");
    Values values;
    EXPECT_THROW(set_by_key(type, values, "shoe_size", Value(std::int32_t{38})), std::logic_error);
}

}  // namespace
}  // namespace steadfast::record
