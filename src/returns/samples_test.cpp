#include "returns/council_under_test.hpp"
#include "returns/judging/cell.hpp"
#include "returns/reading/csv.hpp"

#include "practice/adoption/placed_for_adoption.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/pre_proceedings/pre_proceedings.hpp"
#include "practice/referral/referral.hpp"

#include <algorithm>
#include <set>

namespace steadfast::returns {
namespace {

class SamplesMadeByOthers : public CouncilUnderTest {
protected:
    void SetUp() override {
        if (!samples()) GTEST_SKIP() << "The samples made by others are not there (STEADFAST_SHARED).";
    }
};

TEST_F(SamplesMadeByOthers, of_the_ssda903_are_recognised_whatever_they_are_called_and_come_in_whole) {
    const auto imported = bring_in(Return::ssda903, files_in(*samples() / "ssda903"));
    ASSERT_TRUE(imported) << imported.error().whole();
    EXPECT_TRUE(std::all_of(imported->plan.has_table.begin(), imported->plan.has_table.end(), [](bool has) { return has; }));
    EXPECT_EQ(counts(imported, "header").added, 2675u);
    EXPECT_EQ(counts(imported, "episodes").added, 5050u);
    EXPECT_EQ(counts(imported, "reviews").added, 12580u);
    EXPECT_EQ(counts(imported, "reviews").repeated, 2u);
    EXPECT_EQ(counts(imported, "social_worker").added, 1u);   // Its file begins with a byte-order mark and has CRLF.
    EXPECT_EQ(counts(imported, "dolo").added, 1u);
    EXPECT_EQ(all_counts(imported).rejected, 0u);
    EXPECT_EQ(imported->plan.year.ends_in(), 2025);
    EXPECT_EQ(imported->plan.people_made, 1u);   // The child of those two files has no header row.
    EXPECT_EQ(items<record::Person>().size(), 2676u);
}

TEST_F(SamplesMadeByOthers, of_the_ssda903_add_nothing_when_they_are_imported_again) {
    ASSERT_TRUE(bring_in(Return::ssda903, files_in(*samples() / "ssda903")));
    const auto before = head();
    open();   // The book that was replayed says the same as the one that was kept.
    const auto again = bring_in(Return::ssda903, files_in(*samples() / "ssda903"));
    ASSERT_TRUE(again) << again.error().whole();
    EXPECT_TRUE(again->plan.adds_nothing);
    EXPECT_EQ(all_counts(again).unchanged + all_counts(again).repeated, all_counts(again).read);
    EXPECT_EQ(head(), before);
}

TEST_F(SamplesMadeByOthers, can_be_found_again_cell_by_cell_in_the_items) {
    const auto files = files_in(*samples() / "ssda903");
    const auto imported = bring_in(Return::ssda903, files);
    ASSERT_TRUE(imported) << imported.error().whole();
    const auto book = record_->book();
    std::size_t cells = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const TableLayout& table = imported->plan.layout.tables[imported->plan.table_of_file[i]];
        // Every text of every cell of the items of this type, by child, as the file would spell it.
        std::multiset<std::string> held;
        const auto number_of = [&](ledger::SubjectId subject) {
            const auto person = book->find(record::item_of(subject));
            return record::type_of<record::Person>().item_from<record::Person>(person->values()).authority_id;
        };
        book->each_of(*table.type, [&](const record::Found& found) {
            const std::string child = number_of(book->subjects(found).front());
            const auto values = found.values();
            for (std::size_t field = 0; field < values.size(); ++field) {
                const Date* day = std::get_if<Date>(&values[field]);
                const bool* yes = std::get_if<bool>(&values[field]);
                const auto* count = std::get_if<std::int32_t>(&values[field]);
                const auto* text = std::get_if<std::string>(&values[field]);
                const std::string as_written = day     ? day->british()
                                               : yes   ? (*yes ? "1" : "0")
                                               : count ? std::to_string(*count)
                                               : text  ? *text
                                                       : "";
                for (const auto& column : table.columns)
                    if (std::find(column.fields.begin(), column.fields.end(), field) != column.fields.end() &&
                        !as_written.empty())
                        held.insert(child + "|" + std::string(column.name) + "|" + as_written);
            }
        });
        std::string text = imported->plan.files[i].text;
        CsvReader rows(text, limits_);
        std::vector<std::string> header;
        const auto names = rows.next();
        for (const CsvCell& cell : *names) header.emplace_back(cell.text);
        for (auto row = rows.next(); !row->empty(); row = rows.next()) {
            const auto child = std::find(header.begin(), header.end(), "CHILD") - header.begin();
            for (std::size_t column = 0; column < row->size(); ++column) {
                if ((*row)[column].text.empty() || !table.column(header[column])) continue;
                std::string_view given = (*row)[column].text;
                if (given == "1.0" || given == "0.0") given = given.substr(0, 1);   // A spreadsheet's yes and no.
                const std::string wanted =
                    std::string((*row)[static_cast<std::size_t>(child)].text) + "|" + header[column] + "|" + std::string(given);
                ASSERT_TRUE(held.contains(wanted)) << files[i].name << ": " << wanted;
                ++cells;
            }
        }
    }
    EXPECT_GT(cells, 100'000u);
}

TEST_F(SamplesMadeByOthers, of_one_table_twice_are_refused_and_both_named) {
    const auto before = head();
    const auto imported = bring_in(Return::ssda903, files_in(*samples() / "ssda903_table_twice"), 2024);
    ASSERT_FALSE(imported);
    EXPECT_NE(imported.error().says.find(
                  "placed_for_adoption.csv and placed_for_adoption_errors.csv both hold the table placed_adoption"),
              std::string::npos)
        << imported.error().says;
    EXPECT_EQ(head(), before);
}

TEST_F(SamplesMadeByOthers, of_the_ssda903_form_come_in_like_the_tables) {
    const auto imported = bring_in(Return::ssda903, files_in(*samples() / "ssda903_xml" / "fake_903.xml"));
    ASSERT_TRUE(imported) << imported.error().whole();
    EXPECT_EQ(counts(imported, "header").added, 253u);
    EXPECT_EQ(counts(imported, "episodes").added, 459u);
    EXPECT_EQ(counts(imported, "reviews").added, 1206u);
    EXPECT_EQ(counts(imported, "uasc").added, 12u);
    EXPECT_EQ(counts(imported, "missing").added, 6u);
    EXPECT_EQ(all_counts(imported).added, all_counts(imported).read);
    // PL of the form is PLACE of the table.
    const auto episodes = items<practice::LookedAfterEpisode>();
    EXPECT_TRUE(
        std::all_of(episodes.begin(), episodes.end(), [](const auto& episode) { return episode.placement.is_recorded(); }));
}

TEST_F(SamplesMadeByOthers, of_the_census_each_come_in_once) {
    for (const auto& file : std::filesystem::directory_iterator(*samples() / "cin_census")) {
        start_afresh();
        const auto first = bring_in(Return::cin_census, files_in(file.path()));
        ASSERT_TRUE(first) << file.path() << ": " << first.error().whole();
        const auto before = head();
        const auto again = bring_in(Return::cin_census, files_in(file.path()));
        ASSERT_TRUE(again) << file.path() << ": " << again.error().whole();
        EXPECT_EQ(head(), before) << file.path();
        EXPECT_EQ(all_counts(again).added + all_counts(again).changed + all_counts(again).gone, 0u) << file.path();
    }
}

TEST_F(SamplesMadeByOthers, of_the_census_of_2026_bring_every_group_and_report_text_that_stands_between_elements) {
    const auto imported = bring_in(Return::cin_census, files_in(*samples() / "cin_census" / "CIN_Census_2026.xml"));
    ASSERT_TRUE(imported) << imported.error().whole();
    for (const auto* table :
         {"child", "referral", "assessment", "cin_plan", "section47", "protection_plan", "protection_review", "pre_proceedings"})
        EXPECT_GE(counts(imported, table).added, 1u) << table;
    const auto& findings = imported->plan.findings;
    const auto stray = std::find_if(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.reason == Reason::text_between_elements; });
    ASSERT_NE(stray, findings.end());
    EXPECT_EQ(stray->given, "PersonBirthDate");
    EXPECT_EQ(Lines(imported->plan.files[0].text).position(stray->at), (Position{23, 45}));

    const auto assessments = items<practice::ChildAndFamilyAssessment>();
    ASSERT_EQ(assessments.size(), 2u);
    EXPECT_EQ(assessments[0].factors.codes, (std::vector<std::string>{"1C", "RB", "6B"}));
    EXPECT_TRUE(record_->book()->find(assessments[0].referral.item));
    const auto proceedings = items<practice::PreProceedings>();
    ASSERT_EQ(proceedings.size(), 1u);
    EXPECT_EQ(proceedings[0].review_meetings, 3);
    const auto people = items<record::Person>();
    EXPECT_EQ(people[0].disabilities.codes, (std::vector<std::string>{"HAND", "HEAR"}));
    EXPECT_EQ(people[0].upn, "A123456789123");
    EXPECT_EQ(people[0].upn_unknown.code, "UN3");
}

}  // namespace
}  // namespace steadfast::returns
