#include "record/people/chronology.hpp"

#include "record/items.hpp"
#include "record/pages/walk_for_tests.hpp"
#include "record/people/person.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using pages::Walk;

TEST(ChronologyOfAChild, says_in_whose_file_a_line_is_as_well) {
    Catalogue catalogue;
    add_items(catalogue);
    catalogue.add(type_of<Walk>());
    RecordForTests council(catalogue);
    std::vector<ledger::SubjectId> both;
    for (const std::string given : {"Amira", "Sam"}) {
        Person person;
        person.given_name = given;
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({change_of(person, item, 0, {subject_of(item)}, council.worker())});
        both.push_back(subject_of(item));
    }
    Walk walk;
    walk.on = Date::of(2026, 2, 27);
    council.add(both, walk);
    walk.on = Date::of(2026, 2, 26);
    council.add({both.front()}, walk);
    const auto seen = council.seen();
    const auto all = chronology_of(seen, *seen.child(both.front()), {});
    ASSERT_EQ(all.lines.size(), 2u);
    EXPECT_EQ(all.lines[0].also, std::vector<std::string>{"Sam Khan"});
    EXPECT_TRUE(all.lines[1].also.empty());
}

}  // namespace
}  // namespace steadfast::record
