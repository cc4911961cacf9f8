#include "practice/missing/missing_for_tests.hpp"
#include "record/duty/performance.hpp"

namespace steadfast::practice {
namespace {

class ReturnInterviews : public MissingChildren {};

TEST_F(ReturnInterviews, are_owed_by_a_second_offer_in_the_minute_of_the_refusal) {
    const auto episode = back("2026-03-06T22:15+00:00");
    offered(episode, "2026-03-07T10:00+00:00", "refused", "2026-03-07T10:00+00:00");
    offered(episode, "2026-03-07T10:00+00:00");
    EXPECT_TRUE(standing(episode, "2026-03-08").is_owed(on("2026-03-08")));
}

TEST_F(ReturnInterviews, are_owed_within_72_hours_to_the_minute_over_a_weekend) {
    const auto episode = back("2026-03-06T22:15+00:00");   // A Friday night.
    EXPECT_EQ(standing(episode, "2026-03-09").duty->words(on("2026-03-09")), "due today, Mon 9 March 2026 at 22:15");
    EXPECT_FALSE(standing(episode, "2026-03-09").is_late(instant("2026-03-09T22:15:00Z")));
    EXPECT_TRUE(standing(episode, "2026-03-09").is_late(instant("2026-03-09T22:16:00Z")));
    EXPECT_EQ(standing(episode, "2026-03-09").words(instant("2026-03-09T23:00:00Z")), "overdue since today at 22:15");
    EXPECT_EQ(standing(episode, "2026-03-10").duty->step.state, State::overdue);
    held(episode, "2026-03-09T22:15+00:00");
    EXPECT_EQ(standing(episode, "2026-03-10").duty->step.state, State::met_in_time);
    EXPECT_EQ(standing(episode, "2026-03-10").words(instant("2026-03-10T12:00:00Z")), "held 9 March 2026, in time");
}

TEST_F(ReturnInterviews, are_late_from_the_minute_after) {
    const auto episode = back("2026-03-06T22:15+00:00");
    held(episode, "2026-03-09T22:16+00:00");
    EXPECT_EQ(standing(episode, "2026-03-10").duty->step.state, State::met_late);
}

TEST_F(ReturnInterviews, count_72_hours_and_no_days_across_the_nights_on_which_the_clock_changes) {
    const auto spring = back("2026-03-28T01:30+00:00");   // The clock goes forward on the 29th.
    EXPECT_EQ(standing(spring, "2026-03-31").duty->words(on("2026-03-31")), "due today, Tue 31 March 2026 at 02:30");
    const auto autumn = back("2025-10-25T01:30+01:00");   // And back on the 26th.
    EXPECT_EQ(standing(autumn, "2025-10-28").duty->words(on("2025-10-28")), "due today, Tue 28 October 2025 at 00:30");
}

TEST_F(ReturnInterviews, are_owed_by_an_amended_return) {
    const auto item = back("2026-03-06T22:15+00:00");
    MissingEpisode amended = episode(item.text());
    amended.found_at = at("2026-03-05T09:00+00:00");
    amended.found = amended.found_at.first_day();
    amended.from = amended.found;
    council.amend(item, {amira}, amended);
    EXPECT_EQ(standing(item, "2026-03-08").duty->step.due_at, instant("2026-03-08T09:00:00Z"));
    // A return that has since told another day rules, and the minute is no longer of it.
    amended.found = on("2026-03-04");
    amended.from = amended.found;
    council.amend(item, {amira}, amended);
    EXPECT_EQ(standing(item, "2026-03-08").duty->step.due, on("2026-03-07"));
    EXPECT_FALSE(standing(item, "2026-03-08").duty->step.due_at);
}

TEST_F(ReturnInterviews, are_not_owed_for_a_row_that_came_from_a_return_alone_until_somebody_takes_it_up) {
    MissingEpisode row;
    row.kind.code = "M";
    row.from = on("2025-04-08");
    row.found = on("2025-04-09");
    const auto item = council.add({amira}, row);
    EXPECT_FALSE(standing(item, "2026-03-03").duty);
    EXPECT_EQ(standing(item, "2026-03-03").words(council.now()), "no interview is recorded");
    row.is_followed_up = true;
    council.amend(item, {amira}, row);
    EXPECT_EQ(standing(item, "2026-03-03").duty->step.state, State::overdue);
    EXPECT_EQ(standing(item, "2025-04-12").duty->step.state, State::due) << "of a day without a minute the last day on which 72 hours can end";
}

TEST_F(ReturnInterviews, are_owed_no_more_once_it_was_offered_and_refused_and_again_once_it_is_offered_again) {
    const auto episode = back("2026-03-06T22:15+00:00");
    const auto first = offered(episode, "2026-03-07T10:00+00:00", "refused", "2026-03-07T10:00+00:00");
    EXPECT_FALSE(standing(episode, "2026-03-08").is_owed(on("2026-03-08")));
    EXPECT_EQ(standing(episode, "2026-03-08").words(instant("2026-03-08T12:00:00Z")), "refused 7 March 2026");
    EXPECT_FALSE(standing(episode, "2026-03-20").is_owed(on("2026-03-20")));
    offered(episode, "2026-03-08T10:00+00:00");
    EXPECT_TRUE(standing(episode, "2026-03-08").is_owed(on("2026-03-08")));
    EXPECT_EQ(standing(episode, "2026-03-20").duty->step.state, State::overdue);
    held(episode, "2026-03-09T09:00+00:00");
    EXPECT_EQ(standing(episode, "2026-03-20").duty->step.state, State::met_in_time);
    EXPECT_EQ(standing(episode, "2026-03-07").words(instant("2026-03-07T12:00:00Z")), "refused 7 March 2026") << "as it stood on that day";
    EXPECT_EQ(standing(episode, "2026-03-20").offers.back().id, first) << "the latest offer stands first";
}

TEST_F(ReturnInterviews, count_as_never_held_where_the_refusal_came_after_the_time_was_up) {
    const auto episode = back("2026-03-06T22:15+00:00");
    offered(episode, "2026-03-12T10:00+00:00", "refused", "2026-03-12T10:05+00:00");
    EXPECT_EQ(standing(episode, "2026-03-20").duty->step.state, State::missed);
    EXPECT_EQ(standing(episode, "2026-03-20").words(instant("2026-03-20T12:00:00Z")), "refused 12 March 2026, after it was due 9 March 2026");
}

TEST_F(ReturnInterviews, are_owed_again_once_a_refusal_is_taken_off_the_record_and_held_without_a_second_offer) {
    const auto episode = back("2026-03-06T22:15+00:00");
    const auto refusal = offered(episode, "2026-03-07T10:00+00:00", "refused", "2026-03-07T10:00+00:00");
    council.withdraw<InterviewOffer>(refusal, {amira});
    EXPECT_TRUE(standing(episode, "2026-03-08").is_owed(on("2026-03-08")));
    offered(episode, "2026-03-07T10:00+00:00", "refused", "2026-03-07T10:00+00:00");
    held(episode, "2026-03-08T10:00+00:00");
    EXPECT_EQ(standing(episode, "2026-03-08").duty->step.state, State::met_in_time) << "held all the same";
}

TEST_F(ReturnInterviews, stay_on_the_list_of_what_is_due_against_the_name_that_owes_it) {
    const auto dev = ledger::WorkerId::random();
    const auto episode = back("2026-02-06T22:15+00:00", dev);
    const auto rows = record::pages::due_of(all_duties(), council.seen(), {{amira, {}, council.worker(), {}, "allocated_worker", {}}}, on("2026-03-03"));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.at(0).who, dev);
    EXPECT_EQ(rows.at(0).how_soon, record::pages::HowSoon::overdue);
    EXPECT_EQ(rows.at(0).does.text(), "/items/" + episode.text()) << "what belongs to an episode is recorded where the episode stands";
    EXPECT_EQ(owed_interviews(all_duties(), council.seen(), on("2026-03-03")).size(), 1U);
    held(episode, "2026-03-01T09:00+00:00");
    EXPECT_TRUE(owed_interviews(all_duties(), council.seen(), on("2026-03-03")).empty());
}

TEST_F(ReturnInterviews, count_in_time_without_those_that_were_refused_in_time) {
    held(back("2026-02-06T22:15+00:00"), "2026-02-07T10:00+00:00");
    offered(back("2026-02-10T22:15+00:00"), "2026-02-11T10:00+00:00", "refused", "2026-02-11T10:00+00:00");
    back("2026-02-14T22:15+00:00");
    const auto kept = record::performance_of(*council_book(), *all_duties().find("return_interview"), on("2026-02-01"), on("2026-02-28"), on("2026-03-03"));
    EXPECT_EQ(kept.whole, (record::Tally{.in_time = 1, .overdue = 1}));
}

}  // namespace
}  // namespace steadfast::practice
