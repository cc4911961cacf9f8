#include "returns/council_under_test.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/report.hpp"

#include "practice/health/health_of_the_year.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/referral/referral.hpp"

#include <algorithm>

namespace steadfast::returns {
namespace {

const std::string header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
const std::string episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
const std::string reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n";

class ImportOfAReturn : public CouncilUnderTest {
protected:
    static std::size_t found(const Result<Imported>& imported, Reason reason) {
        if (!imported) return 0;
        const auto& findings = imported->plan.findings;
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.reason == reason; }));
    }
    std::vector<ImportQuestion> questions() const { return items<ImportQuestion>(); }
};

TEST_F(ImportOfAReturn, makes_each_row_an_item_about_its_child) {
    const auto imported = bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,D051910639385,,\n"},
                                        {"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n"}});
    ASSERT_TRUE(imported) << imported.error().whole();
    const auto person = only<record::Person>();
    EXPECT_EQ(book_->subjects(only<practice::LookedAfterEpisode>()).front(), record::subject_of(book_->item_id(person)));
    const auto episode = items<practice::LookedAfterEpisode>().front();
    EXPECT_EQ(episode.began, Date::of(2024, 2, 15));
    EXPECT_EQ(episode.legal_status.code, "V2");
    EXPECT_EQ(episode.ofsted_number, "SC0001");
    EXPECT_EQ(imported->appended->entries, head());
}

TEST_F(ImportOfAReturn, records_nothing_when_it_is_run_dry) {
    const auto before = head();
    const auto dry = bring_in(Return::ssda903, {{"h.csv", header + "7,1,27/03/2012,WROM,,,\n"}}, 2025, RunAs::dry_run);
    EXPECT_EQ(counts(dry, "header").added, 1u);
    EXPECT_FALSE(dry->appended);
    EXPECT_EQ(head(), before);
}

TEST_F(ImportOfAReturn, rejects_a_row_whole_and_says_where_and_why) {
    const auto imported = bring_in_903({{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,31/02/2024,X1,,,,\n"
                                                             "7,,S,V2,N1,U6,PR1,,,,,,\n"
                                                             ",15/02/2024,S,V2,N1,U6,PR1,,,,,,\n"
                                                             "7,16/02/2024,S,V2\n"
                                                             "7,17/02/2024,S,V2,N1,U6,PR1,,,,,,\n"}});
    EXPECT_EQ(counts(imported, "episodes").rejected, 4u);
    EXPECT_EQ(counts(imported, "episodes").added, 1u);
    EXPECT_EQ(items<practice::LookedAfterEpisode>().size(), 1u);
    const std::string csv = findings_as_csv(imported->plan);
    EXPECT_NE(csv.find("rejected,e.csv,2,29,episodes,DEC,31/02/2024,This is not a date"), std::string::npos) << csv;
    EXPECT_NE(csv.find("rejected,e.csv,3,1,episodes,,,What tells this row"), std::string::npos) << csv;
    EXPECT_NE(csv.find("rejected,e.csv,4,1,episodes,,,The row does not say whose it is"), std::string::npos) << csv;
    EXPECT_NE(csv.find("rejected,e.csv,5,1,episodes,,\"4 cells, 13 columns\",\"The row has not as many cells"), std::string::npos)
        << csv;
}

TEST_F(ImportOfAReturn, keeps_a_code_that_its_set_does_not_have_and_says_so) {
    const auto imported = bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/05/2024,PN99\n"}});
    EXPECT_EQ(counts(imported, "reviews").added, 1u);
    EXPECT_EQ(found(imported, Reason::code_not_in_set), 1u);
    EXPECT_EQ(items<practice::LookedAfterReview>().front().childs_part.code, "PN99");
}

TEST_F(ImportOfAReturn, tells_a_pupil_number_from_the_reason_why_there_is_none) {
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,UN4,,\n"}}, 2024));
    EXPECT_EQ(items<record::Person>().front().upn_unknown.code, "UN4");
    EXPECT_EQ(items<record::Person>().front().upn, "");
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,D051910639385,,\n"}}, 2025));
    EXPECT_EQ(items<record::Person>().front().upn_unknown.code, "");
    EXPECT_EQ(items<record::Person>().front().upn, "D051910639385");
    // A reason does not take a known number away.
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,UN5,,\n"}}, 2026));
    EXPECT_EQ(items<record::Person>().front().upn_unknown.code, "UN5");
    EXPECT_EQ(items<record::Person>().front().upn, "D051910639385");
}

TEST_F(ImportOfAReturn, of_a_later_year_makes_new_versions_of_what_changed) {
    ASSERT_TRUE(bring_in_903(
        {{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n"}, {"r.csv", reviews + "7,27/03/2012,01/05/2023,PN1\n"}},
        2024));
    const auto later = bring_in_903({{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,01/06/2024,E11,,,,\n"},
                                     {"r.csv", reviews + "7,27/03/2012,01/05/2024,PN1\n"}},
                                    2025);
    EXPECT_EQ(counts(later, "episodes").changed, 1u);
    EXPECT_EQ(counts(later, "reviews").added, 1u);
    EXPECT_EQ(counts(later, "reviews").gone, 0u);   // Another year's return is not this one refiled.
    EXPECT_EQ(only<practice::LookedAfterEpisode>().head().version, 2u);
    EXPECT_EQ(items<practice::LookedAfterEpisode>().front().why_it_ended.code, "E11");
}

TEST_F(ImportOfAReturn, of_an_earlier_year_does_not_undo_what_a_later_one_says) {
    const std::string open_episode = episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n";
    ASSERT_TRUE(bring_in_903({{"e.csv", open_episode}}, 2024));
    ASSERT_TRUE(bring_in_903({{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,01/06/2024,E11,,,,\n"}}, 2025));
    const auto refiled = bring_in_903({{"e.csv", open_episode + "7,01/01/2024,S,V4,N1,U6,PR1,02/01/2024,E11,,,,\n"}}, 2024);
    EXPECT_EQ(counts(refiled, "episodes").unchanged, 1u);
    EXPECT_EQ(counts(refiled, "episodes").added, 1u);
    EXPECT_EQ(found(refiled, Reason::later_year_says_otherwise), 1u);
    EXPECT_EQ(items<practice::LookedAfterEpisode>().front().why_it_ended.code, "E11");
}

TEST_F(ImportOfAReturn, refiled_shows_what_is_gone_and_what_came_back) {
    const std::string both = reviews + "7,27/03/2012,01/05/2024,PN1\n7,27/03/2012,01/11/2024,PN2\n";
    ASSERT_TRUE(bring_in_903({{"r.csv", both}}));
    const auto refiled = bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/11/2024,PN2\n"}});
    EXPECT_EQ(counts(refiled, "reviews").gone, 1u);
    EXPECT_EQ(counts(refiled, "reviews").unchanged, 1u);
    std::size_t gone = 0;
    record_->book()->each_of(record::type_of<practice::LookedAfterReview>(),
                             [&](const record::Found& review) { gone += review.head().has(record::RowHead::gone); });
    EXPECT_EQ(gone, 1u);
    // A third run of the same says nothing more; the row back again is shown again.
    EXPECT_EQ(counts(bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/11/2024,PN2\n"}}), "reviews").gone, 0u);
    EXPECT_EQ(counts(bring_in_903({{"r.csv", both}}), "reviews").changed, 1u);
}

TEST_F(ImportOfAReturn, knows_a_row_as_gone_that_two_runs_ago_it_only_found_unchanged) {
    const std::string one = reviews + "7,27/03/2012,01/05/2024,PN1\n";
    ASSERT_TRUE(bring_in_903({{"r.csv", one}}));
    ASSERT_TRUE(
        bring_in_903({{"r.csv", one + "7,27/03/2012,01/11/2024,PN2\n"}}));  // The first row: unchanged, so in the coverage alone.
    open();
    EXPECT_EQ(counts(bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/11/2024,PN2\n"}}), "reviews").gone, 1u);
}

TEST_F(ImportOfAReturn, takes_nothing_for_gone_where_a_row_could_not_be_read) {
    ASSERT_TRUE(bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/05/2024,PN1\n"}}));
    const auto refiled = bring_in_903({{"r.csv", reviews + "7,27/03/2012,01/O5/2024,PN1\n"}});
    EXPECT_EQ(counts(refiled, "reviews").rejected, 1u);
    EXPECT_EQ(counts(refiled, "reviews").gone, 0u);
}

TEST_F(ImportOfAReturn, proposes_that_a_key_was_corrected_and_guesses_nothing) {
    ASSERT_TRUE(bring_in_903({{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n"}}));
    const auto refiled = bring_in_903({{"e.csv", episodes + "7,16/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n"}});
    EXPECT_EQ(counts(refiled, "episodes").added, 1u);
    EXPECT_EQ(counts(refiled, "episodes").gone, 1u);
    ASSERT_EQ(refiled->plan.proposals.size(), 1u);
    ASSERT_EQ(questions().size(), 1u);
    EXPECT_EQ(questions().front().why.code, "perhaps_corrected_key");
}

TEST_F(ImportOfAReturn, joins_children_on_the_authoritys_number_and_never_on_the_pupil_number) {
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,D051910639385,,\n"}}, 2024));
    const auto imported = bring_in_903({{"h.csv", header + "8,1,27/03/2012,WROM,D051910639385,,\n"}}, 2025);
    EXPECT_EQ(counts(imported, "header").added, 1u);
    EXPECT_EQ(items<record::Person>().size(), 2u);
}

TEST_F(ImportOfAReturn, lets_everything_about_a_child_wait_whose_birth_date_is_not_the_records) {
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,,,\n"}}, 2024));
    const auto imported = bring_in_903({{"h.csv", header + "7,1,28/03/2012,WROM,,,\n8,2,01/01/2010,WBRI,,,\n"},
                                        {"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n"}});
    EXPECT_EQ(counts(imported, "header").waiting, 1u);
    EXPECT_EQ(counts(imported, "header").added, 1u);
    EXPECT_EQ(counts(imported, "episodes").waiting, 1u);
    EXPECT_TRUE(items<practice::LookedAfterEpisode>().empty());
    ASSERT_EQ(questions().size(), 2u);
    // What waits is asked once, however often the file comes.
    const auto before = head();
    EXPECT_TRUE(bring_in_903({{"h.csv", header + "7,1,28/03/2012,WROM,,,\n8,2,01/01/2010,WBRI,,,\n"},
                              {"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n"}}));
    EXPECT_EQ(head(), before);
}

TEST_F(ImportOfAReturn, takes_one_and_m_for_the_same_sex_and_two_for_another) {
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,,,\n8,1,27/03/2012,WROM,,,\n"}}, 2024));
    const auto imported = bring_in_903({{"h.csv", header + "7,M,27/03/2012,WROM,,,\n8,F,27/03/2012,WROM,,,\n"}}, 2025);
    EXPECT_EQ(counts(imported, "header").unchanged, 1u);
    EXPECT_EQ(counts(imported, "header").waiting, 1u);
    EXPECT_EQ(found(imported, Reason::sex_differs_from_record), 1u);
}

TEST_F(ImportOfAReturn, lets_a_childs_rows_of_one_table_wait_where_one_has_another_birth_date) {
    const auto imported = bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,,,\n"},
                                        {"r.csv", reviews + "7,27/03/2012,01/05/2024,PN1\n7,27/03/2013,01/11/2024,PN1\n"},
                                        {"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n"}});
    EXPECT_EQ(counts(imported, "reviews").waiting, 2u);
    EXPECT_EQ(found(imported, Reason::born_differs_in_file), 1u);
    EXPECT_EQ(found(imported, Reason::child_waits), 1u);
    EXPECT_EQ(counts(imported, "episodes").added, 1u);
    EXPECT_EQ(counts(imported, "header").added, 1u);
}

TEST_F(ImportOfAReturn, asks_before_it_undoes_what_a_person_changed_since) {
    const std::string first = episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n";
    ASSERT_TRUE(bring_in_903({{"e.csv", first}}, 2024));
    const auto found_episode = only<practice::LookedAfterEpisode>();
    auto episode = items<practice::LookedAfterEpisode>().front();
    episode.placement.code = "U1";
    edit(found_episode, episode);

    const auto undoing = bring_in_903({{"e.csv", first}}, 2024);
    EXPECT_EQ(counts(undoing, "episodes").waiting, 1u);
    ASSERT_EQ(questions().size(), 1u);
    EXPECT_EQ(questions().front().why.code, "edited_since");
    EXPECT_EQ(items<practice::LookedAfterEpisode>().front().placement.code, "U1");
}

TEST_F(ImportOfAReturn, takes_what_a_person_did_not_touch) {
    ASSERT_TRUE(bring_in_903({{"h.csv", header + "7,1,27/03/2012,WROM,,,\n"}}, 2024));
    auto person = items<record::Person>().front();
    person.given_name = "Ada";
    edit(only<record::Person>(), person);
    const auto later = bring_in_903({{"h.csv", header + "7,1,27/03/2012,WBRI,,,\n"}}, 2025);
    EXPECT_EQ(counts(later, "header").changed, 1u);
    EXPECT_EQ(items<record::Person>().front().given_name, "Ada");
    EXPECT_EQ(items<record::Person>().front().ethnicity.code, "WBRI");
}

TEST_F(ImportOfAReturn, counts_the_same_row_once_and_keeps_both_of_two_that_differ) {
    const std::string file =
        episodes +
        "7,15/02/2024,S,V2,N1,U6,PR1,15/02/2024,X1,,,,\n7,15/02/2024,P,V2,N1,K2,PR1,,,,,,\n7,15/02/2024,S,V2,N1,U6,PR1,15/02/2024,X1,,,,\n";
    const auto imported = bring_in_903({{"e.csv", file}});
    EXPECT_EQ(counts(imported, "episodes").added, 2u);
    EXPECT_EQ(counts(imported, "episodes").repeated, 1u);
    EXPECT_EQ(found(imported, Reason::same_key), 1u);
    const auto before = head();
    EXPECT_EQ(counts(bring_in_903({{"e.csv", file}}), "episodes").unchanged, 2u);
    EXPECT_EQ(head(), before);
}

TEST_F(ImportOfAReturn, refuses_a_column_it_does_not_know_unless_told_to_keep_it) {
    const std::string file = "CHILD,DOB,REVIEW,REVIEW_CODE,CHAIR\n7,27/03/2012,01/05/2024,PN1,J Smith\n";
    const auto refused = bring_in_903({{"r.csv", file}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().says.find("r.csv: The table reviews of the SSDA903 return has no column CHAIR"), std::string::npos)
        << refused.error().says;
    keep_unknown_ = true;
    ASSERT_TRUE(bring_in_903({{"r.csv", file}}));
    const auto entry = record_->latest_entry(*record_->book(), only<practice::LookedAfterReview>());
    EXPECT_NE(entry->shared.part.body.find(R"("given: CHAIR":"J Smith")"), std::string::npos) << entry->shared.part.body;
    const auto before = head();
    EXPECT_TRUE(bring_in_903({{"r.csv", file}})->plan.adds_nothing);
    EXPECT_EQ(head(), before);
}

TEST_F(ImportOfAReturn, leaves_alone_what_its_file_has_no_column_for) {
    ASSERT_TRUE(bring_in_903({{"e.csv", episodes + "7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,,\n"}}, 2024));
    ASSERT_TRUE(bring_in_903({{"e.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n7,15/02/2024,S,C2,N1,U6,,\n"}}, 2025));
    EXPECT_EQ(items<practice::LookedAfterEpisode>().front().legal_status.code, "C2");
    EXPECT_EQ(items<practice::LookedAfterEpisode>().front().home_postcode, "ZZ1 1AA");
}

TEST_F(ImportOfAReturn, keeps_each_years_health_apart) {
    const std::string oc2 =
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n";
    ASSERT_TRUE(bring_in_903({{"o.csv", oc2 + "7,27/03/2012,12,,0,,1,1,1,0,,\n"}}, 2024));
    ASSERT_TRUE(bring_in_903({{"o.csv", oc2 + "7,27/03/2012,9,,0,,1,1,1,0,,\n"}}, 2025));
    const auto years = items<practice::HealthOfTheYear>();
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].return_year, 2024);
    EXPECT_EQ(years[1].difficulties_score, 9);
}

TEST_F(ImportOfAReturn, finds_the_year_by_the_latest_dates_and_passes_over_a_slip_of_the_pen) {
    std::string file = reviews;
    for (int day = 1; day <= 28; ++day)
        for (int child = 0; child < 10; ++child)
            file += std::to_string(100 + child) + ",27/03/2012," + (day < 10 ? "0" : "") + std::to_string(day) + "/05/2023,PN1\n";
    file += "100,27/03/2012,01/05/2025,PN1\n200,27/03/2012,01/05/2099,PN1\n";
    const auto imported = bring_in(Return::ssda903, {{"r.csv", file}});
    ASSERT_TRUE(imported) << imported.error().whole();
    EXPECT_EQ(imported->plan.year.ends_in(), 2024);
    EXPECT_NE(imported->plan.remarks.front().find("1 April 2023 to 31 March 2024"), std::string::npos);
}

}  // namespace
}  // namespace steadfast::returns
