#include "law/code_sets.hpp"
#include "law/shared_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace steadfast::law {
namespace {

using Spellings = std::set<std::string>;
using SpellingsByColumn = std::map<std::string, Spellings>;  // "episodes.LS" or, in the census, the type's name.

constexpr std::string_view unwritten_in_ssda903[] = {"0", "9"};
constexpr std::string_view words_for_digits[] = {"true", "false"};

Spellings usable(const CodeSet& set, int return_year, std::span<const std::string_view> but_for = {}) {
    Spellings found;
    for (const Code& code : set.codes)
        if (set.may_be_used(code.code, return_year) && std::ranges::find(but_for, code.code) == but_for.end())
            found.emplace(code.code);
    return found;
}

/// The base file nests table, column and codes by indentation.
void read_ssda903_tables(const std::string& text, std::size_t table_indent, SpellingsByColumn& columns, std::string table = "") {
    static const std::regex name(R"(^( *)([A-Za-z0-9_]+):\s*$)");
    static const std::regex code(R"re(^ *- code: "([^"]+)"\s*$)re");
    std::istringstream lines(text);
    std::string column;
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, match, code))
            columns[table + "." + column].insert(match[1]);
        else if (std::regex_match(line, match, name) && match[1].length() == static_cast<std::ptrdiff_t>(table_indent))
            table = match[2];
        else if (std::regex_match(line, match, name) && match[1].length() == static_cast<std::ptrdiff_t>(table_indent + 2))
            column = match[2];
    }
}

/// A file of differences names a column in full and gives its codes anew, or adds a whole table.
void read_ssda903_differences(const std::string& text, SpellingsByColumn& columns) {
    static const std::regex heading(R"(^column_map\.(\w+)(?:\.(\w+)\.category)?:\s*$)");
    static const std::regex code(R"re(^ *- code: "([^"]+)"\s*$)re");
    static const std::regex added_column(R"(^    (\w+):\s*$)");
    std::istringstream lines(text);
    std::string table;
    std::string column;
    bool whole_table = false;
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, match, heading)) {
            table = match[1];
            column = match[2];
            whole_table = column.empty();
            if (!whole_table) columns[table + "." + column].clear();
        } else if (whole_table && std::regex_match(line, match, added_column)) {
            column = match[1];
        } else if (std::regex_match(line, match, code)) {
            columns[table + "." + column].insert(match[1]);
        }
    }
}

SpellingsByColumn ssda903_in(const std::filesystem::path& folder, int return_year) {
    SpellingsByColumn columns;
    read_ssda903_tables(text_of_file(folder / "SSDA903_schema_2017.yml"), 4, columns);
    for (int year = 2018; year <= return_year; ++year) {
        const auto file = folder / ("SSDA903_schema_" + std::to_string(year) + ".diff.yml");
        if (std::filesystem::exists(file)) read_ssda903_differences(text_of_file(file), columns);
    }
    return columns;
}

SpellingsByColumn cin_census_in(const std::filesystem::path& folder, int return_year) {
    static const std::regex type(R"re(<xs:simpleType name="(\w+)")re");
    static const std::regex value(R"re(<xs:enumeration value="([^"]+)")re");
    SpellingsByColumn types;
    std::istringstream lines(text_of_file(folder / ("CIN_schema_" + std::to_string(return_year) + ".xsd")));
    std::string name;
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_search(line, match, type)) name = match[1];
        if (std::regex_search(line, match, value)) types[name].insert(match[1]);
    }
    return types;
}

TEST(CodeSets, have_unique_keys_and_codes_and_words_for_every_code) {
    std::set<std::string_view> keys;
    for (const CodeSet* set : all_code_sets()) {
        EXPECT_TRUE(keys.insert(set->key).second) << set->key;
        EXPECT_FALSE(set->name.empty()) << set->key;
        EXPECT_FALSE(set->source.empty()) << set->key;
        EXPECT_FALSE(set->codes.empty()) << set->key;
        std::set<std::string_view> codes;
        for (const Code& code : set->codes) {
            EXPECT_TRUE(codes.insert(code.code).second) << set->key << " has " << code.code << " twice";
            EXPECT_FALSE(code.code.empty()) << set->key;
            EXPECT_FALSE(code.says.empty()) << set->key << " " << code.code;
            EXPECT_LE(code.first_year, code.last_year) << set->key << " " << code.code;
        }
    }
    EXPECT_EQ(keys.size(), 34U);
}

TEST(CodeSets, point_from_an_old_spelling_to_one_that_is_current) {
    for (const CodeSet* set : all_code_sets()) {
        for (const Code& code : set->codes) {
            if (code.same_as.empty()) continue;
            const auto present = set->find(code.same_as);
            ASSERT_TRUE(present) << set->key << " " << code.code;
            EXPECT_TRUE(set->codes[*present].same_as.empty()) << set->key << " " << code.code;
        }
        for (const FormerWords& former : set->former_words) EXPECT_TRUE(set->find(former.code)) << set->key << " " << former.code;
    }
}

TEST(CodeSets, find_a_code_only_as_it_is_spelled) {
    EXPECT_TRUE(legal_status.find("V2"));
    EXPECT_FALSE(legal_status.find("v2"));
    EXPECT_FALSE(legal_status.find(""));
    EXPECT_EQ(legal_status.codes[*legal_status.find("C2")].code, "C2");
}

TEST(CodeSets, say_a_code_in_words_and_an_unknown_one_as_it_stands) {
    EXPECT_EQ(legal_status.says("C2"), "Full care order");
    EXPECT_EQ(legal_status.says("Q9"), "Q9");
}

TEST(CodeSets, know_that_sex_1_and_M_are_the_same_and_that_0_and_9_are_now_U) {
    EXPECT_TRUE(sex.same("1", "M"));
    EXPECT_TRUE(sex.same("F", "2"));
    EXPECT_TRUE(sex.same("0", "9"));
    EXPECT_TRUE(sex.same("9", "U"));
    EXPECT_FALSE(sex.same("1", "2"));
    EXPECT_FALSE(sex.same("1", "U"));
    EXPECT_FALSE(sex.same("X", "M"));
    EXPECT_TRUE(yes_no.same("true", "1"));
    EXPECT_FALSE(yes_no.same("true", "0"));
}

TEST(CodeSets, let_a_code_be_used_in_its_years_only) {
    EXPECT_TRUE(sex.may_be_used("1", 2024));
    EXPECT_FALSE(sex.may_be_used("1", 2025));
    EXPECT_FALSE(sex.may_be_used("M", 2024));
    EXPECT_TRUE(sex.may_be_used("M", 2025));
    EXPECT_FALSE(placement_type.may_be_used("K3", 2024));
    EXPECT_TRUE(placement_type.may_be_used("H5", 2024));
    EXPECT_FALSE(placement_type.may_be_used("H5", 2025));
    EXPECT_FALSE(placement_type.may_be_used("nonsense", 2025));
}

TEST(CodeSets, keep_the_former_words_of_need_N1) {
    EXPECT_EQ(primary_need.says("N1", 2025), "Abuse or neglect");
    EXPECT_EQ(primary_need.says("N1", 2026), "Abuse, neglect or exploitation");
    EXPECT_EQ(primary_need.says("N1"), "Abuse, neglect or exploitation");
    EXPECT_EQ(primary_need.says("N2", 2022), primary_need.says("N2"));
}

class PublishedCodeSets : public ::testing::Test {
protected:
    void SetUp() override {
        shared_ = shared_facts(std::filesystem::path(STEADFAST_FIXTURES) / ".." / "..");
        if (!shared_) GTEST_SKIP() << "The published files are not here: set STEADFAST_SHARED to compare with them.";
    }
    [[nodiscard]] std::filesystem::path spec() const { return *shared_ / "spec"; }

private:
    std::optional<std::filesystem::path> shared_;
};

TEST_F(PublishedCodeSets, of_the_ssda903_return_are_ours_in_every_year_from_2017_to_2026) {
    const std::map<std::string, const CodeSet*> ours{
        {"ad1.FOSTER_CARE", &yes_no},
        {"ad1.SEX_ADOPTR", &adopter_sex},
        {"ad1.LS_ADOPTR", &adopter_legal_status},
        {"episodes.RNE", &reason_episode_started},
        {"episodes.LS", &legal_status},
        {"episodes.CIN", &category_of_need},
        {"episodes.PLACE", &placement_type},
        {"episodes.PLACE_PROVIDER", &placement_provider},
        {"episodes.REC", &reason_episode_ceased},
        {"episodes.REASON_PLACE_CHANGE", &reason_place_change},
        {"header.SEX", &sex},
        {"header.ETHNIC", &ethnicity},
        {"header.MOTHER", &yes_no},
        {"missing.MISSING", &missing_type},
        {"oc2.SDQ_REASON", &sdq_reason},
        {"oc2.CONVICTED", &yes_no},
        {"oc2.HEALTH_CHECK", &yes_no},
        {"oc2.IMMUNISATIONS", &yes_no},
        {"oc2.TEETH_CHECK", &yes_no},
        {"oc2.HEALTH_ASSESSMENT", &yes_no},
        {"oc2.SUBSTANCE_MISUSE", &yes_no},
        {"oc2.INTERVENTION_RECEIVED", &yes_no},
        {"oc2.INTERVENTION_OFFERED", &yes_no},
        {"oc3.IN_TOUCH", &care_leaver_in_touch},
        {"oc3.ACTIV", &care_leaver_activity},
        {"oc3.ACCOM", &care_leaver_accommodation},
        {"placed_adoption.REASON_PLACED_CEASED", &adoption_decision_reversed},
        {"prev_perm.PREV_PERM", &previous_permanence},
        {"reviews.REVIEW_CODE", &review_participation},
        {"uasc.SEX", &sex},
        {"social_worker.SW_REASON", &social_worker_change},
    };
    for (int year = 2017; year <= 2026; ++year) {
        const auto theirs = ssda903_in(spec() / "ssda903", year);
        EXPECT_EQ(theirs.size(), year < 2024 ? 30U : 31U) << year;
        for (const auto& [column, codes] : theirs) {
            ASSERT_TRUE(ours.contains(column)) << column;
            const CodeSet& set = *ours.at(column);
            const auto but_for = &set == &sex      ? std::span<const std::string_view>(unwritten_in_ssda903)
                                 : &set == &yes_no ? std::span<const std::string_view>(words_for_digits)
                                                   : std::span<const std::string_view>();
            EXPECT_EQ(usable(set, year, but_for), codes) << column << " in " << year;
        }
    }
}

TEST_F(PublishedCodeSets, of_the_children_in_need_census_are_ours_in_every_year_from_2022_to_2026) {
    const std::map<std::string, const CodeSet*> ours{
        {"yesnotype", &yes_no},
        {"unknownupntype", &upn_unknown},
        {"gendertype", &sex},
        {"sextype", &sex},
        {"ethnicitytype", &ethnicity},
        {"disabilitytype", &disability},
        {"referralsourcetype", &referral_source},
        {"categoryofabusetype", &category_of_abuse},
        {"primaryneedcodetype", &primary_need},
        {"reasonforclosuretype", &closure_reason},
        {"assessmentfactorstype", &assessment_factor},
    };
    for (int year = 2022; year <= 2026; ++year) {
        auto theirs = cin_census_in(spec() / "cin_census", year);
        theirs.erase("");  // The collection's name and level, which are constants and not codes.
        EXPECT_EQ(theirs.size(), 10U) << year;
        for (const auto& [type, codes] : theirs) {
            ASSERT_TRUE(ours.contains(type)) << type;
            const CodeSet& set = *ours.at(type);
            const auto but_for = &set == &yes_no ? std::span<const std::string_view>(words_for_digits) : std::span<const std::string_view>();
            EXPECT_EQ(usable(set, year, but_for), codes) << type << " in " << year;
        }
    }
}

}  // namespace
}  // namespace steadfast::law
