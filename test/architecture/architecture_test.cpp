#include "rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::architecture {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const House& this_house() {
    static const House house = read_house(STEADFAST_HOUSE "/src");
    return house;
}

/// A small house that breaks each rule, so that each rule is seen to speak.
const House& bad_house() {
    static const House house = read_house(STEADFAST_HOUSE "/test/architecture/bad_house/src");
    return house;
}

TEST(TheHouse, is_read) {
    EXPECT_TRUE(this_house().paths.contains("base/date.hpp"));
    EXPECT_TRUE(this_house().paths.contains("app/main.cpp"));
}

TEST(TheHouse, keeps_to_the_arrows) { EXPECT_THAT(includes_against_the_arrows(this_house()), IsEmpty()); }
TEST(TheHouse, keeps_its_slices_apart) { EXPECT_THAT(includes_between_slices(this_house()), IsEmpty()); }
TEST(TheHouse, includes_only_what_it_has) { EXPECT_THAT(includes_of_nothing(this_house()), IsEmpty()); }
TEST(TheHouse, hides_heavy_headers) { EXPECT_THAT(heavy_headers_in_headers(this_house()), IsEmpty()); }
TEST(TheHouse, guards_its_headers) { EXPECT_THAT(headers_without_a_guard(this_house()), IsEmpty()); }
TEST(TheHouse, speaks_sql_in_the_stores_only) { EXPECT_THAT(sql_outside_the_stores(this_house()), IsEmpty()); }
TEST(TheHouse, asks_the_time_in_one_place) { EXPECT_THAT(clocks_read_outside_the_clock(this_house()), IsEmpty()); }
TEST(TheHouse, has_no_domain_words_below_the_record) { EXPECT_THAT(domain_words_below_the_record(this_house()), IsEmpty()); }
TEST(TheHouse, keeps_files_short) { EXPECT_THAT(files_too_long(this_house()), IsEmpty()); }
TEST(TheHouse, names_things_for_what_they_are) { EXPECT_THAT(names_that_say_nothing(this_house()), IsEmpty()); }

TEST(ABadHouse, is_caught_including_upwards_and_sideways) {
    EXPECT_THAT(includes_against_the_arrows(bad_house()),
                ElementsAre("attic/box.hpp:1: stands in no room that the design names",
                            "law/days.cpp:1: law may not include ledger (ledger/sqlite/open.hpp)",
                            "web/page.cpp:2: web may not include record (record/person.hpp)"));
}

TEST(ABadHouse, is_caught_letting_one_slice_into_another) {
    EXPECT_THAT(
        includes_between_slices(bad_house()),
        ElementsAre(
            "practice/missing/page.cpp:3: the slice missing may not include the slice in_need; what both need belongs in record"));
}

TEST(ABadHouse, is_caught_including_what_it_has_not) {
    EXPECT_THAT(includes_of_nothing(bad_house()),
                ElementsAre("web/page.cpp:1: \"gone.hpp\" is not a file of the house; paths begin at src, others stand in <>"));
}

TEST(ABadHouse, is_caught_showing_a_heavy_header) {
    EXPECT_THAT(heavy_headers_in_headers(bad_house()), ElementsAre("record/person.hpp:1: <simdjson.h> belongs in a .cpp"));
}

TEST(ABadHouse, is_caught_leaving_a_header_unguarded) {
    EXPECT_THAT(headers_without_a_guard(bad_house()), ElementsAre("record/person.hpp:1: lacks #pragma once"));
}

TEST(ABadHouse, is_caught_speaking_sql_elsewhere) {
    EXPECT_THAT(sql_outside_the_stores(bad_house()),
                ElementsAre("record/people.cpp:8: 'SELECT n' is SQL, which only the ledger's stores speak",
                            "record/people.cpp:9: 'delete from people where' is SQL, which only the ledger's stores speak",
                            "record/people.cpp:2: only the ledger's own store may include <sqlite3.h>"));
}

TEST(ABadHouse, is_caught_asking_the_time) {
    EXPECT_THAT(clocks_read_outside_the_clock(bad_house()),
                ElementsAre("law/days.cpp:4: 'system_clock::now' asks the time; be told it"));
}

TEST(ABadHouse, is_caught_talking_of_children_on_the_ground_floor) {
    EXPECT_THAT(domain_words_below_the_record(bad_house()),
                ElementsAre("web/page.cpp:4: 'ChildPage' is a domain word; this room has none",
                            "web/page.cpp:5: 'children' is a domain word; this room has none",
                            "web/page.cpp:6: 'Social worker' is a domain word; this room has none"));
}

TEST(ABadHouse, is_caught_with_a_file_that_is_too_long) {
    EXPECT_THAT(
        files_too_long(House{
            {take_apart("base/long.cpp", std::string(400, '\n')), take_apart("base/longer.cpp", std::string(401, '\n'))}, {}}),
        ElementsAre("base/longer.cpp:1: 401 lines; over 400 it is more than one idea"));
}

TEST(ABadHouse, is_caught_naming_things_for_nothing) {
    EXPECT_THAT(names_that_say_nothing(bad_house()),
                ElementsAre("record/people.cpp:5: 'class PersonManager' says nothing; name what it is",
                            "record/person_util.cpp:1: 'util' says nothing; name what it is"));
}

TEST(TakingApart, tells_code_from_comments_and_literals) {
    const auto source =
        take_apart("base/a.cpp",
                   "// a 'comment' \"one\"\nint a = 1'000; /* two\n lines */ char b = '\"';\n"
                   "auto c = \"text \\\" // still\";\nauto d = R\"x(raw \")\" text)x\"; int e;\n#include \"base/b.hpp\"\n");
    ASSERT_EQ(source.literals.size(), 2U);
    EXPECT_EQ(source.literals[0].text, "text \\\" // still");
    EXPECT_EQ(source.literals[0].line, 4);
    EXPECT_EQ(source.literals[1].text, "raw \")\" text");
    EXPECT_EQ(source.code.find("comment"), std::string::npos);
    EXPECT_EQ(source.code.find("lines"), std::string::npos);
    EXPECT_NE(source.code.find("1'000"), std::string::npos);
    EXPECT_NE(source.code.find("int e;"), std::string::npos);
    ASSERT_EQ(source.includes.size(), 1U);
    EXPECT_EQ(source.includes[0].name, "base/b.hpp");
    EXPECT_EQ(source.includes[0].line, 6);
    EXPECT_EQ(source.lines, 6);
}

}  // namespace
}  // namespace steadfast::architecture
