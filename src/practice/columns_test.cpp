// Every column that the two returns ask for has a field: what a council's own file says is never lost for want of a place.
#include "law/shared_facts.hpp"
#include "practice/slices.hpp"
#include "record/people/person.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace steadfast::practice {
namespace {

using Columns = std::map<std::string, std::set<std::string>>;   // By table.

Columns declared(std::string_view of_return) {
    record::Catalogue catalogue;
    catalogue.add(record::type_of<record::Person>());
    add_items(catalogue);
    Columns columns;
    for (const record::ItemType* type : catalogue.all())
        for (const record::Field& field : type->fields())
            for (const record::Column& column : field.columns)
                if (column.of_return == of_return) columns[std::string(column.table)].emplace(column.name);
    return columns;
}

void expect_declared(std::string_view of_return, const Columns& published) {
    const Columns ours = declared(of_return);
    for (const auto& [table, names] : published) {
        const auto found = ours.find(table);
        for (const auto& name : names)
            EXPECT_TRUE(found != ours.end() && found->second.contains(name))
                << of_return << " " << table << "." << name << " has no field";
    }
}

/// Who the row is about, which the child's own record answers.
bool is_identity(const std::string& table, const std::string& column) {
    return table != "header" && (column == "CHILD" || column == "DOB");
}

class ColumnsTest : public testing::Test {
protected:
    void SetUp() override {
        const auto shared = law::shared_facts(std::filesystem::path(STEADFAST_FIXTURES) / ".." / "..");
        if (!shared) GTEST_SKIP() << "The published files are not here: set STEADFAST_SHARED to compare with them.";
        shared_ = *shared;
    }
    std::filesystem::path shared_;
};

TEST_F(ColumnsTest, of_the_ssda903_tables_have_a_field_each) {
    static const std::regex heading(R"(^column_map\.(\w+):\s*$)");
    static const std::regex name(R"(^( *)(\w+):\s*$)");
    Columns published;
    for (const auto& file : std::filesystem::directory_iterator(shared_ / "spec" / "ssda903")) {
        if (file.path().extension() != ".yml") continue;
        const bool is_whole = file.path().string().find(".diff.") == std::string::npos;
        std::istringstream lines(law::text_of_file(file.path()));
        std::string table;
        std::smatch match;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_match(line, match, heading)) table = match[1];
            if (!std::regex_match(line, match, name)) continue;
            if (is_whole && match[1].length() == 4) table = match[2];
            // A file of differences nests a whole new table two steps less deep, and names only parts of the others.
            const bool is_column = match[1].length() == (is_whole ? 6 : 4);
            if (is_column && !table.empty() && !is_identity(table, match[2])) published[table].insert(match[2]);
        }
    }
    ASSERT_EQ(published.size(), 11U);
    ASSERT_EQ(published["episodes"].size(), 12U);
    ASSERT_EQ(published["social_worker"].size(), 4U);
    expect_declared("ssda903", published);
}

TEST_F(ColumnsTest, of_every_table_that_others_made_have_a_field) {
    std::set<std::string> ours;
    for (const auto& [table, names] : declared("ssda903")) ours.insert(names.begin(), names.end());
    int tables = 0;
    for (const auto& file : std::filesystem::directory_iterator(shared_ / "samples" / "ssda903")) {
        std::istringstream lines(law::text_of_file(file.path()));
        std::string header;
        std::getline(lines, header);
        static const std::regex column(R"([A-Z][A-Z0-9_]*)");
        for (auto it = std::sregex_iterator(header.begin(), header.end(), column); it != std::sregex_iterator(); ++it)
            EXPECT_TRUE(ours.contains(it->str()))
                << file.path().filename() << " has a column " << it->str() << " without a field";
        ++tables;
    }
    EXPECT_EQ(tables, 12);
}

TEST_F(ColumnsTest, of_the_ssda903_xml_form_have_a_field_each) {
    std::set<std::string> ours{"CHILDID"};   // The form's word for CHILD.
    for (const auto& [table, names] : declared("ssda903")) ours.insert(names.begin(), names.end());
    static const std::regex element(R"re(<xs:element name="(\w+)"[^>]*>\s*<xs:simpleType>)re");
    const std::string schema = law::text_of_file(shared_ / "spec" / "ssda903" / "SSDA903_xml_2021.xsd");
    int leaves = 0;
    for (auto it = std::sregex_iterator(schema.begin(), schema.end(), element); it != std::sregex_iterator(); ++it, ++leaves)
        EXPECT_TRUE(ours.contains((*it)[1])) << (*it)[1] << " has no field";
    EXPECT_GT(leaves, 40);
}

TEST_F(ColumnsTest, of_the_children_in_need_census_have_a_field_each) {
    static const std::map<std::string, std::string> table_of{{"childidentifierstype", "child"},
                                                             {"childcharacteristicstype", "child"},
                                                             {"cindetailstype", "referral"},
                                                             {"assessmentstype", "assessment"},
                                                             {"cinplandatesttype", "cin_plan"},
                                                             {"section47type", "section47"},
                                                             {"childprotectionplanstype", "protection_plan"}};
    static const std::set<std::string> groups{"Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans"};
    static const std::regex type(R"re(<xs:complexType name="(\w+)">)re");
    static const std::regex element(R"re(<xs:element name="(\w+)" type=)re");
    for (int year = 2022; year <= 2026; ++year) {
        Columns published;
        std::istringstream lines(law::text_of_file(shared_ / "spec" / "cin_census" / fmt::format("CIN_schema_{}.xsd", year)));
        std::string table;
        std::smatch match;
        for (std::string line; std::getline(lines, line);) {
            if (std::regex_search(line, match, type)) {
                const auto found = table_of.find(match[1]);
                table = found == table_of.end() ? "" : found->second;
            }
            if (table.empty() || !std::regex_search(line, match, element) || groups.contains(match[1])) continue;
            published[match[1] == "CPPreviewDate" ? "protection_review" : table].insert(match[1]);
        }
        ASSERT_EQ(published.size(), 7U) << year;
        ASSERT_EQ(published["child"].size(), 10U) << year;
        expect_declared("cin_census", published);
    }
}

TEST_F(ColumnsTest, of_pre_proceedings_in_a_census_file_have_a_field_each) {
    // No published schema has this group yet; a sample file for 2026 does.
    const std::string sample = law::text_of_file(shared_ / "samples" / "cin_census" / "CIN_Census_2026.xml");
    const auto from = sample.find("<PreProceedingsandFGDM>");
    const auto to = sample.find("</PreProceedingsandFGDM>");
    ASSERT_NE(to, std::string::npos);
    const std::string group = sample.substr(from + 1, to - from);
    static const std::regex element(R"re(<(\w+)>[^<]*</)re");
    Columns published;
    for (auto it = std::sregex_iterator(group.begin(), group.end(), element); it != std::sregex_iterator(); ++it)
        published["pre_proceedings"].insert((*it)[1]);
    ASSERT_EQ(published["pre_proceedings"].size(), 10U);
    expect_declared("cin_census", published);
}

}  // namespace
}  // namespace steadfast::practice
