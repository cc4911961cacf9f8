#include "law/authorities.hpp"

#include "law/shared_facts.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace steadfast::law {
namespace {

std::string_view code_of(std::string_view typed) {
    const auto found = english_authority_named(typed);
    return found ? found->code : std::string_view();
}

TEST(AnAuthorityInEngland, is_known_by_its_code_and_by_whatever_people_call_it) {
    EXPECT_EQ(code_of("E06000016"), "E06000016");
    EXPECT_EQ(code_of("e06000016"), "E06000016");
    for (const auto typed : {"Leicester", "leicester city council", "City of Leicester", " LEICESTER CITY COUNCIL "}) EXPECT_EQ(code_of(typed), "E06000016") << typed;
    EXPECT_EQ(code_of("Leicestershire County Council"), "E10000018");
    EXPECT_EQ(code_of("London Borough of Hackney"), "E09000012");
    EXPECT_EQ(code_of("Royal Borough of Kensington & Chelsea"), "E09000020");
    EXPECT_EQ(code_of("Bristol City Council"), "E06000023");
    EXPECT_EQ(code_of("Durham"), "E06000047");
    EXPECT_EQ(code_of("City of London"), "E09000001");
}

TEST(AnAuthorityInEngland, is_none_where_words_name_none_or_no_single_one) {
    for (const auto typed : {"", "council", "London", "Cardiff", "Marshland County Council", "Leicester and Rutland", "E99999999"}) EXPECT_EQ(code_of(typed), "") << typed;
}

TEST(AnAuthorityInEngland, is_todays_where_a_reorganisation_kept_the_name) {
    EXPECT_EQ(code_of("Dorset"), "E06000059");
    EXPECT_EQ(code_of("Somerset Council"), "E06000066");
    EXPECT_EQ(code_of("Cumbria"), "E10000006") << "a record of 2015 may name it";
    EXPECT_FALSE(english_authority.may_be_used("E10000006", 2024));
    EXPECT_TRUE(english_authority.may_be_used("E06000063", 2024));
}

TEST(AnAuthorityInEngland, is_found_by_its_own_name) {
    std::set<std::string_view> codes;
    for (const Code& code : english_authority.codes) {
        EXPECT_TRUE(codes.insert(code.code).second) << code.code;
        const auto found = english_authority_named(code.says);
        ASSERT_TRUE(found) << code.says;
        EXPECT_EQ(found->says, code.says);
    }
}

TEST(AnAuthorityInEngland, stands_in_the_published_statistics_and_all_of_theirs_stand_here) {
    const auto shared = shared_facts(std::filesystem::path(STEADFAST_FIXTURES) / ".." / "..");
    if (!shared) GTEST_SKIP() << "The published files are not beside the project.";
    std::istringstream lines(text_of_file(*shared / "data" / "social_work_workforce_2017_2023.csv"));
    std::set<std::string> published;
    for (std::string line; std::getline(lines, line);) {
        const auto at = line.find(",E");
        if (line.find(",Local") == std::string::npos || at == std::string::npos) continue;
        for (auto code = line.find("E0"); code != std::string::npos; code = line.find("E0", code + 1)) published.insert(line.substr(code, 9));
        for (auto code = line.find("E10"); code != std::string::npos; code = line.find("E10", code + 1)) published.insert(line.substr(code, 9));
    }
    std::set<std::string> ours;
    for (const Code& code : english_authority.codes) ours.emplace(code.code);
    EXPECT_EQ(ours, published);
}

}  // namespace
}  // namespace steadfast::law
