#include "practice/looked_after/looked_after_episode.hpp"
#include "record/item/withdrawal.hpp"
#include "returns/council_under_test.hpp"
#include "returns/imports/answering.hpp"
#include "returns/imports/import_question.hpp"

namespace steadfast::returns {
namespace {

using practice::LookedAfterEpisode;

class TakingAnAnswerBack : public CouncilUnderTest {
protected:
    static SourceFile header(std::string_view rows) {
        return {"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + std::string(rows)};
    }
    static SourceFile episodes(std::string_view rows) {
        return {"episodes.csv",
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n" + std::string(rows)};
    }
    std::vector<ledger::ItemId> questions() {
        std::vector<ledger::ItemId> ids;
        const auto book = record_->book();
        book->each_of(record::type_of<ImportQuestion>(), [&](const record::Found& found) { ids.push_back(book->item_id(found)); });
        return ids;
    }
    ledger::ItemId only_question() {
        const auto all = questions();
        EXPECT_EQ(all.size(), 1u);
        return all.at(0);
    }
    void answer(ledger::ItemId question, Answer with) {
        const auto answered = answer_question(*record_, {.question = question, .answer = with, .by = worker_});
        ASSERT_TRUE(answered) << answered.error().whole();
    }
    void take_back(ledger::ItemId question) {
        const auto taken = take_back_answer(*record_, question, worker_);
        ASSERT_TRUE(taken) << taken.error().whole();
        EXPECT_EQ(questions_waiting(*record_->book()), 1u);
    }
    void put_a_placement_in(std::string_view code) {
        auto episode = items<LookedAfterEpisode>().front();
        episode.placement.code = code;
        edit(only<LookedAfterEpisode>(), episode);
    }
    /// A file that says something else than a person did, and its question.
    ledger::ItemId ask_about_an_edit() {
        const SourceFile file = episodes("7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n");
        EXPECT_TRUE(bring_in_903({file}));
        put_a_placement_in("U1");
        EXPECT_TRUE(bring_in_903({file}));
        return only_question();
    }
};

TEST_F(TakingAnAnswerBack, puts_back_what_the_file_was_put_over_and_asks_again) {
    const auto question = ask_about_an_edit();
    answer(question, Answer::take_the_file);
    ASSERT_EQ(items<LookedAfterEpisode>().front().placement.code, "U6");
    take_back(question);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U1");
    answer(question, Answer::take_the_file);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U6");
}

TEST_F(TakingAnAnswerBack, that_changed_nothing_only_asks_again) {
    const auto question = ask_about_an_edit();
    const auto version = only<LookedAfterEpisode>().head().version;
    answer(question, Answer::keep_ours);
    take_back(question);
    EXPECT_EQ(only<LookedAfterEpisode>().head().version, version);
    EXPECT_FALSE(take_back_answer(*record_, question, worker_)) << "there is none to take back any more";
}

TEST_F(TakingAnAnswerBack, takes_a_new_entry_off_and_taking_the_file_again_puts_it_back) {
    ASSERT_TRUE(bring_in_903({header("7,1,27/03/2012,WROM,,,\n")}, 2024));
    ASSERT_TRUE(bring_in_903({header("7,1,28/03/2012,WROM,,,\n"), episodes("7,15/02/2024,S,V2,N1,U6,PR1,,,,,,\n")}));
    ledger::ItemId about_episode;
    for (const auto id : questions()) {
        const auto book = record_->book();
        if (book->find(id)->table->item<ImportQuestion>(book->find(id)->row).table == "episodes") about_episode = id;
    }
    answer(about_episode, Answer::take_the_file);
    ASSERT_EQ(items<LookedAfterEpisode>().size(), 1u);
    ASSERT_TRUE(take_back_answer(*record_, about_episode, worker_));
    EXPECT_TRUE(items<LookedAfterEpisode>().empty());
    answer(about_episode, Answer::take_the_file);
    EXPECT_EQ(items<LookedAfterEpisode>().size(), 1u);
}

TEST_F(TakingAnAnswerBack, that_a_key_was_corrected_makes_two_of_one_again) {
    ASSERT_TRUE(bring_in_903({episodes("7,15/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n")}));
    ASSERT_TRUE(bring_in_903({episodes("7,16/02/2024,S,V2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,SC0001\n")}));
    ASSERT_EQ(items<LookedAfterEpisode>().size(), 2u);
    const auto question = only_question();
    answer(question, Answer::take_the_file);
    ASSERT_EQ(items<LookedAfterEpisode>().size(), 1u);
    take_back(question);
    const auto episodes_again = items<LookedAfterEpisode>();
    ASSERT_EQ(episodes_again.size(), 2u);
    EXPECT_EQ(episodes_again[0].began, Date::of(2024, 2, 15));
    EXPECT_EQ(episodes_again[1].began, Date::of(2024, 2, 16));
}

TEST_F(TakingAnAnswerBack, is_refused_where_somebody_has_changed_it_since) {
    const auto question = ask_about_an_edit();
    answer(question, Answer::take_the_file);
    put_a_placement_in("U3");
    const auto refused = take_back_answer(*record_, question, worker_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::clash);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U3");
}

TEST_F(TakingAnAnswerBack, is_not_needed_where_the_record_changed_while_somebody_looked) {
    const auto question = ask_about_an_edit();
    const std::uint32_t saw = only<LookedAfterEpisode>().head().version;
    put_a_placement_in("U3");
    const auto refused = answer_question(*record_, {.question = question, .answer = Answer::take_the_file, .by = worker_, .saw = saw});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::clash);
    EXPECT_EQ(items<LookedAfterEpisode>().front().placement.code, "U3");
    EXPECT_TRUE(answer_question(*record_, {.question = question, .answer = Answer::take_the_file, .by = worker_, .saw = saw + 1}));
}

}  // namespace
}  // namespace steadfast::returns
