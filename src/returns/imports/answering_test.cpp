#include "returns/imports/answering.hpp"

#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/referral/referral.hpp"
#include "returns/council_under_test.hpp"
#include "returns/imports/import_question.hpp"

namespace steadfast::returns {
namespace {

using practice::LookedAfterEpisode;
using practice::LookedAfterReview;

class AnsweringAQuestion : public CouncilUnderTest {
protected:
    static constexpr std::string_view header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    static constexpr std::string_view episodes =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    static SourceFile file(std::string_view table, std::string_view rows) {
        return {"f.csv", std::string(table) + std::string(rows)};
    }

    std::vector<ledger::ItemId> waiting(std::string_view table = "") {
        std::vector<ledger::ItemId> ids;
        const auto book = record_->book();
        book->each_of(record::type_of<ImportQuestion>(), [&](const record::Found& found) {
            const auto question = record::type_of<ImportQuestion>().item_from<ImportQuestion>(found.values());
            if (!question.answer.is_recorded() && (table.empty() || question.table == table)) ids.push_back(book->item_id(found));
        });
        return ids;
    }
    void answer(ledger::ItemId question, Answer with) {
        const auto answered = answer_question(*record_, {question, with, worker_});
        EXPECT_TRUE(answered) << answered.error().whole();
    }
};

TEST_F(AnsweringAQuestion, that_it_is_the_same_child_records_the_row_as_given) {
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    const auto moved = [&] {
        return bring_in_903({file(header, "7,1,28/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")});
    };
    ASSERT_TRUE(moved());
    ASSERT_EQ(waiting().size(), 2u);
    answer(waiting("header").front(), Answer::take_the_file);
    answer(waiting("episodes").front(), Answer::take_the_file);
    EXPECT_EQ(items<record::Person>().front().born, Date::of(2012, 3, 28));
    ASSERT_EQ(items<LookedAfterEpisode>().size(), 1u);
    EXPECT_EQ(questions_waiting(*record_->book()), 0u);
    // The same files ask nothing more and find everything there.
    const auto again = moved();
    EXPECT_EQ(all_counts(again).unchanged, 2u);
    EXPECT_EQ(all_counts(again).waiting, 0u);
}

TEST_F(AnsweringAQuestion, that_the_row_is_left_out_lets_it_be_ever_after) {
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    const SourceFile other = file(header, "7,1,28/03/2012,WROM,,,\n");
    ASSERT_TRUE(bring_in_903({other}));
    answer(waiting().front(), Answer::leave_out);
    EXPECT_EQ(items<record::Person>().front().born, Date::of(2012, 3, 27));
    const auto again = bring_in_903({other});
    EXPECT_EQ(counts(again, "header").left_out, 1u);
    EXPECT_TRUE(waiting().empty());
}

TEST_F(AnsweringAQuestion, that_the_record_is_right_about_who_the_child_is_lets_their_other_rows_in_with_the_same_files) {
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    const std::vector<SourceFile> files = {file(header, "7,1,28/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")};
    ASSERT_TRUE(bring_in_903(files));
    ASSERT_EQ(waiting().size(), 2u);
    answer(waiting("header").front(), Answer::keep_ours);
    EXPECT_TRUE(items<LookedAfterEpisode>().empty());
    const auto again = bring_in_903(files);
    EXPECT_EQ(counts(again, "episodes").added, 1u);
    EXPECT_EQ(items<record::Person>().front().born, Date::of(2012, 3, 27));
    EXPECT_TRUE(waiting().empty());
    EXPECT_TRUE(bring_in_903(files)->plan.adds_nothing);
}

TEST_F(AnsweringAQuestion, is_not_needed_once_the_file_was_put_right) {
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in_903({file(header, "7,1,28/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")}));
    ASSERT_EQ(waiting().size(), 2u);
    // Another year's file, and one in which a row of the child can't be read, settle nothing.
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2023));
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,31/02/2024,,,,,\n")}));
    EXPECT_EQ(waiting("episodes").size(), 1u);
    EXPECT_TRUE(waiting("header").empty());
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")}));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(items<LookedAfterEpisode>().size(), 1u);
    // The wrong birth date again is asked again.
    ASSERT_TRUE(bring_in_903({file(header, "7,1,28/03/2012,WROM,,,\n"), file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")}));
    EXPECT_EQ(waiting("header").size(), 1u);
}

TEST_F(AnsweringAQuestion, is_done_once) {
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in_903({file(header, "7,1,28/03/2012,WROM,,,\n")}));
    const auto question = waiting().front();
    answer(question, Answer::keep_ours);
    const auto again = answer_question(*record_, {question, Answer::take_the_file, worker_});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Refusal::Kind::clash);
}

TEST_F(AnsweringAQuestion, for_the_file_puts_it_over_what_a_person_changed) {
    const SourceFile first = file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n");
    ASSERT_TRUE(bring_in_903({first}));
    auto episode = items<LookedAfterEpisode>().front();
    episode.placement.code = "U1";
    edit(only<LookedAfterEpisode>(), episode);
    ASSERT_TRUE(bring_in_903({first}));
    answer(waiting().front(), Answer::take_the_file);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U6");
}

TEST_F(AnsweringAQuestion, against_the_file_keeps_the_edit_and_is_remembered) {
    const SourceFile first = file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n");
    ASSERT_TRUE(bring_in_903({first}));
    auto episode = items<LookedAfterEpisode>().front();
    episode.placement.code = "U1";
    edit(only<LookedAfterEpisode>(), episode);
    ASSERT_TRUE(bring_in_903({first}));
    answer(waiting().front(), Answer::keep_ours);
    EXPECT_EQ(counts(bring_in_903({first}), "episodes").left_out, 1u);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U1");
    EXPECT_TRUE(waiting().empty());
}

TEST_F(AnsweringAQuestion, that_a_key_was_corrected_makes_one_of_two) {
    ASSERT_TRUE(bring_in_903({file(episodes, "7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n")}));
    const auto before = only<LookedAfterEpisode>();
    const auto item = book_->item_id(before);
    const SourceFile corrected = file(episodes, "7,16/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n");
    ASSERT_TRUE(bring_in_903({corrected}));
    ASSERT_EQ(waiting().size(), 1u);
    answer(waiting().front(), Answer::take_the_file);
    const auto after = only<LookedAfterEpisode>();
    EXPECT_EQ(book_->item_id(after), item);
    EXPECT_FALSE(after.head().has(record::RowHead::gone));
    EXPECT_EQ(items<LookedAfterEpisode>().front().began, Date::of(2024, 2, 16));
    const auto again = bring_in_903({corrected});
    EXPECT_EQ(counts(again, "episodes").unchanged, 1u);
    EXPECT_TRUE(again->plan.proposals.empty());
}

TEST_F(AnsweringAQuestion, waits_for_the_one_about_what_the_row_belongs_to) {
    const auto census = [](std::string_view born) {
        return SourceFile{
            "c.xml",
            "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year></CollectionDetails></Header><Children><Child>"
            "<ChildIdentifiers><LAchildID>7</LAchildID><PersonBirthDate>" +
                std::string(born) +
                "</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>"
                "<CINdetails><CINreferralDate>2023-05-01</CINreferralDate><Assessments><AssessmentActualStartDate>2023-05-02</AssessmentActualStartDate>"
                "</Assessments></CINdetails></Child></Children></Message>"};
    };
    ASSERT_TRUE(bring_in_903({file(header, "7,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in(Return::cin_census, {census("2012-03-28")}));
    ASSERT_EQ(waiting().size(), 3u);
    EXPECT_FALSE(answer_question(*record_, {waiting("assessment").front(), Answer::take_the_file, worker_}));
    answer(waiting("referral").front(), Answer::take_the_file);
    answer(waiting("assessment").front(), Answer::take_the_file);
    answer(waiting("child").front(), Answer::take_the_file);
    const auto referral = only<practice::Referral>();
    EXPECT_EQ(items<practice::ChildAndFamilyAssessment>().front().referral.item, book_->item_id(referral));
    const auto again = bring_in(Return::cin_census, {census("2012-03-28")});
    EXPECT_EQ(all_counts(again).unchanged, 3u);
}

}  // namespace
}  // namespace steadfast::returns
