#include "practice/catalogue_for_tests.hpp"
#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/looked_after_review/looked_after_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/referral/referral.hpp"
#include "practice/slices.hpp"
#include "record/duty/performance.hpp"
#include "record/plans/duties.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::Recorded;
using testing::ElementsAre;
using testing::IsEmpty;
using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class DutiesOfPractice : public testing::Test {
protected:
    ledger::ItemId refer(std::string_view received, std::string_view closed = "",
                         std::optional<bool> no_further_action = std::nullopt) {
        Referral referral;
        referral.received_on = on(received);
        if (!closed.empty()) referral.closed_on = on(closed);
        referral.no_further_action = no_further_action;
        return record_.add({child_}, referral);
    }
    ledger::ItemId assess(ledger::ItemId referral, std::string_view began, std::string_view authorised = "") {
        ChildAndFamilyAssessment assessment;
        assessment.referral = {referral};
        assessment.began = on(began);
        if (!authorised.empty()) assessment.authorised_on = on(authorised);
        return record_.add({child_}, assessment);
    }
    static LookedAfterEpisode episode_of(std::string_view began, const std::string& why, std::string_view ended = "",
                                         const std::string& why_ended = "", const std::string& legal_status = "C2") {
        LookedAfterEpisode episode;
        if (!began.empty()) episode.began = on(began);
        episode.why_it_began = {why};
        if (!ended.empty()) episode.ended = on(ended);
        episode.why_it_ended = {why_ended};
        episode.legal_status = {legal_status};
        return episode;
    }
    template <class... Words>
    ledger::ItemId look_after(const Words&... words) {
        return record_.add({child_}, episode_of(words...));
    }
    ledger::ItemId review(std::string_view held) { return record_.add({child_}, LookedAfterReview{on(held), {}}); }

    /// "looked_after_review due Mon 6 July 2026, in 1 working day"
    std::vector<std::string> owed(std::string_view today) { return owed(record_.seen(), today); }
    std::vector<std::string> owed(const record::SeenBook& book, std::string_view today) {
        std::vector<std::string> lines;
        for (const auto& standing : record::duties_of(all_duties(), book, book.child(child_).value(), on(today)))
            lines.push_back(std::string(standing.duty->timescale->key) + " " + standing.words(on(today)));
        return lines;
    }
    std::vector<record::DutyStanding> ever(std::string_view duty_key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [=](const record::DutyStanding& standing) { return standing.duty->timescale->key != duty_key; });
        std::ranges::sort(all, {}, [](const record::DutyStanding& standing) {
            return std::pair(standing.step.counted_from, standing.step.number);
        });
        return all;
    }
    record::Performance performance(std::string_view duty_key, std::string_view from, std::string_view to,
                                    std::string_view today) {
        return record::performance_of(*record_.record().book(), all_duties().find(duty_key).value(), on(from), on(to), on(today));
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(DutiesOfPractice, are_each_bound_to_a_period_that_some_slice_keeps) {
    std::size_t declared = record::plans::slice_of_plans().duties.size();
    for (const record::Slice* slice : all_slices()) declared += slice->duties.size();
    EXPECT_GE(declared, 3U);
    EXPECT_EQ(all_duties().all().size(), declared);
}

TEST_F(DutiesOfPractice, say_what_is_owed_with_the_law_and_the_item_that_set_the_clock_going) {
    const auto referral = refer("2026-06-05");
    const auto today = on("2026-06-08");
    const auto duties = record::duties_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), today);
    ASSERT_EQ(duties.size(), 2U);
    EXPECT_EQ(duties[0].says(), "Decide what to do about a referral within 1 working day of receiving it");
    EXPECT_EQ(duties[0].source(), "Working Together to Safeguard Children (2023), chapter 3");
    EXPECT_EQ(duties[0].words(today), "due today, Mon 8 June 2026");
    EXPECT_EQ(duties[0].over, referral);
    EXPECT_EQ(duties[0].over_type, &record::type_of<Referral>());
    EXPECT_EQ(duties[0].child, child_);
    EXPECT_EQ(duties[1].words(today), "due Fri 7 August 2026, in 44 working days");
}

TEST_F(DutiesOfPractice, come_overdue_first_and_then_by_the_day_they_are_due) {
    look_after("2026-05-26", "S");
    refer("2026-06-18");
    EXPECT_THAT(owed("2026-06-22"), ElementsAre("referral_decision 1 working day overdue, was due Fri 19 June 2026",
                                                "looked_after_review due Tue 23 June 2026, in 1 working day",
                                                "child_and_family_assessment due Thu 20 August 2026, in 43 working days"));
}

TEST_F(DutiesOfPractice, a_referral_is_decided_on_the_day_that_was_recorded) {
    Referral referral;
    referral.received_on = on("2026-06-05");
    referral.decided_on = on("2026-06-09");
    const auto item = record_.add({child_}, referral);
    const auto decision = ever("referral_decision", "2026-06-30");
    ASSERT_EQ(decision.size(), 1U);
    EXPECT_EQ(decision[0].step.state, State::met_late);
    EXPECT_EQ(decision[0].met_by, item);
}

TEST_F(DutiesOfPractice, an_imported_referral_shows_by_what_followed_that_it_was_decided) {
    const auto quick = refer("2026-06-05");
    const auto quick_assessment = assess(quick, "2026-06-08");
    const auto slow = refer("2026-06-11");
    Section47Enquiry enquiry;
    enquiry.referral = {slow};
    enquiry.began = on("2026-06-16");
    record_.add({child_}, enquiry);
    const auto decisions = ever("referral_decision", "2026-06-30");
    ASSERT_EQ(decisions.size(), 2U);
    EXPECT_EQ(decisions[0].step.state, State::met_in_time);
    EXPECT_EQ(decisions[0].met_by, quick_assessment);
    EXPECT_EQ(decisions[1].step.state, State::met_unknown) << "nobody can say whether it was late";
    EXPECT_THAT(owed("2026-06-30"), testing::Not(testing::Contains(testing::StartsWith("referral_decision"))))
        << "but it was decided";
}

TEST_F(DutiesOfPractice, a_referral_without_anything_after_it_stays_overdue) {
    refer("2024-06-05");
    EXPECT_THAT(owed("2026-06-30"), testing::Contains(testing::StartsWith("referral_decision 5")));
}

TEST_F(DutiesOfPractice, an_assessment_counts_for_its_own_referral_alone) {
    const auto first = refer("2026-01-05");
    const auto second = refer("2026-01-12");
    const auto assessment = assess(second, "2026-01-13", "2026-03-16");
    const auto standings = ever("child_and_family_assessment", "2026-03-20");
    ASSERT_EQ(standings.size(), 2U);
    EXPECT_EQ(standings[0].over, first);
    EXPECT_EQ(standings[0].step.state, State::overdue);
    EXPECT_EQ(standings[1].over, second);
    EXPECT_EQ(standings[1].step.state, State::met_in_time) << "on the forty-fifth working day";
    EXPECT_EQ(standings[1].met_by, assessment);
}

TEST_F(DutiesOfPractice, no_assessment_is_owed_after_no_further_action_or_once_the_referral_is_closed) {
    refer("2026-06-05", "2026-06-08", true);
    refer("2026-06-12", "2026-07-01");
    EXPECT_THAT(owed("2026-12-01"), IsEmpty());
    const auto standings = ever("child_and_family_assessment", "2026-12-01");
    ASSERT_EQ(standings.size(), 1U);
    EXPECT_EQ(standings[0].step.state, State::ended);
}

TEST_F(DutiesOfPractice, reviews_run_over_the_whole_care_period_whatever_changed_between) {
    const auto first = look_after("2026-01-05", "S", "2026-01-20", "X1");
    look_after("2026-01-20", "P", "2026-02-10", "X1");
    look_after("2026-02-10", "L");
    review("2026-02-02");
    const auto standings = ever("looked_after_review", "2026-03-01");
    ASSERT_EQ(standings.size(), 2U);
    EXPECT_EQ(standings[0].over, first);
    EXPECT_EQ(standings[0].step.counted_from, on("2026-01-05"));
    EXPECT_EQ(standings[0].step.state, State::met_in_time) << "on the twentieth working day";
    EXPECT_THAT(owed("2026-03-01"), ElementsAre("looked_after_review due Sat 2 May 2026, in 62 days"));
}

TEST_F(DutiesOfPractice, two_times_in_care_have_each_their_own_clock) {
    look_after("2025-01-06", "S", "2025-03-03", "E4A");
    review("2025-01-31");
    look_after("2026-06-08", "S");
    review("2026-07-03");
    const auto standings = ever("looked_after_review", "2026-07-04");
    ASSERT_EQ(standings.size(), 4U);
    EXPECT_EQ(standings[0].step.state, State::met_in_time);
    EXPECT_EQ(standings[1].step.state, State::ended) << "home before the second was due";
    EXPECT_EQ(standings[2].step.counted_from, on("2026-06-08"));
    EXPECT_EQ(standings[2].step.state, State::met_in_time);
    EXPECT_THAT(owed("2026-07-04"), ElementsAre(testing::StartsWith("looked_after_review due Sat 3 October 2026")));
}

TEST_F(DutiesOfPractice, nothing_more_is_owed_once_care_has_ended_but_what_was_missed_stays_said) {
    look_after("2026-01-05", "S", "2026-02-03", "E4A");
    EXPECT_THAT(owed("2026-02-04"), IsEmpty());
    EXPECT_EQ(ever("looked_after_review", "2026-02-04").at(0).words(on("2026-02-04")),
              "never done: was due 2 February 2026, ended 3 February 2026");
}

TEST_F(DutiesOfPractice, an_end_without_a_reason_ends_nothing) {
    look_after("2026-01-05", "S", "2026-01-20", "");
    EXPECT_THAT(owed("2026-02-03"), ElementsAre("looked_after_review 1 working day overdue, was due Mon 2 February 2026"));
}

TEST_F(DutiesOfPractice, a_reason_that_is_no_code_ends_nothing) {
    look_after("2026-01-05", "S", "2026-01-20", "E99");
    EXPECT_THAT(owed("2026-01-30"), ElementsAre("looked_after_review due Mon 2 February 2026, in 1 working day"));
}

TEST_F(DutiesOfPractice, can_not_be_worked_out_where_the_record_begins_in_the_middle_of_care) {
    look_after("2025-11-03", "P");
    review("2026-02-02");
    EXPECT_THAT(owed("2026-03-01"), ElementsAre("looked_after_review can't be worked out: the day it starts from is not known"));
    EXPECT_EQ(performance("looked_after_review", "2026-01-01", "2026-03-31", "2026-03-01").whole,
              (record::Tally{.not_known = 1}));
}

TEST_F(DutiesOfPractice, an_unknown_start_is_no_longer_owed_when_that_care_has_ended) {
    look_after("2025-11-03", "P", "2026-02-01", "E4A");
    EXPECT_THAT(owed("2026-02-02"), IsEmpty());
    EXPECT_THAT(owed("2026-01-31"), testing::SizeIs(1));
    EXPECT_EQ(performance("looked_after_review", "2026-02-01", "2026-03-31", "2026-04-01").whole.not_known, 1U);
    EXPECT_EQ(performance("looked_after_review", "2026-02-02", "2026-03-31", "2026-04-01").whole.not_known, 0U);
}

TEST_F(DutiesOfPractice, care_that_starts_again_shows_that_it_had_ended) {
    look_after("2026-01-05", "S");
    look_after("2026-01-20", "S");
    const auto standings = ever("looked_after_review", "2026-02-03");
    ASSERT_EQ(standings.size(), 2U);
    EXPECT_EQ(standings[0].step.state, State::ended);
    EXPECT_EQ(standings[1].step.state, State::due);
}

TEST_F(DutiesOfPractice, short_breaks_alone_are_not_reviewed_under_regulation_33) {
    look_after("2026-01-05", "S", "", "", "V4");
    EXPECT_THAT(owed("2026-06-01"), IsEmpty());
}

TEST_F(DutiesOfPractice, are_worked_out_anew_when_the_start_is_amended) {
    const auto episode = look_after("2026-06-08", "S");
    review("2026-07-06");
    EXPECT_EQ(ever("looked_after_review", "2026-07-10").at(0).step.state, State::met_in_time);
    const auto then = record_.now();
    record_.put_clock("2026-07-20");
    record_.amend(episode, {child_}, episode_of("2026-06-01", "S"));
    const auto amended = ever("looked_after_review", "2026-07-20").at(0);
    EXPECT_EQ(amended.step.state, State::met_late);
    EXPECT_EQ(amended.step.due, on("2026-06-29"));

    const auto known_then = record_.record().as_known_on(then, child_);
    ASSERT_TRUE(known_then);
    EXPECT_THAT(owed(record_.seen(*known_then), "2026-07-10"),
                ElementsAre(testing::StartsWith("looked_after_review due Tue 6 October 2026")))
        << "what was shown before can still be asked";
}

TEST_F(DutiesOfPractice, a_withdrawn_review_meets_nothing) {
    look_after("2026-06-08", "S");
    const auto held = review("2026-07-01");
    EXPECT_EQ(ever("looked_after_review", "2026-07-07").at(0).step.state, State::met_in_time);
    record_.withdraw<LookedAfterReview>(held, {child_});
    EXPECT_THAT(owed("2026-07-07"), ElementsAre("looked_after_review 1 working day overdue, was due Mon 6 July 2026"));
}

TEST_F(DutiesOfPractice, a_withdrawn_episode_sets_no_clock_going) {
    const auto episode = look_after("2026-06-08", "S");
    EXPECT_THAT(owed("2026-06-09"), testing::SizeIs(1));
    record_.withdraw<LookedAfterEpisode>(episode, {child_});
    EXPECT_THAT(owed("2026-06-09"), IsEmpty());
}

TEST_F(DutiesOfPractice, fall_due_on_working_days_past_weekends_holidays_clock_changes_and_leap_days) {
    const auto first_due = [this](std::string_view began) {
        const auto episode = look_after(began, "S");
        const auto due = ever("looked_after_review", began).at(0).step.due;
        record_.withdraw<LookedAfterEpisode>(episode, {child_});
        return due;
    };
    EXPECT_EQ(first_due("2026-06-06"), on("2026-07-03")) << "began on a Saturday";
    EXPECT_EQ(first_due("2025-12-15"), on("2026-01-15")) << "Christmas and New Year";
    EXPECT_EQ(first_due("2024-02-12"), on("2024-03-11")) << "a leap day within";
    EXPECT_EQ(first_due("2026-03-16"), on("2026-04-15")) << "the clock change of 29 March and Easter";
    EXPECT_EQ(first_due("2026-10-05"), on("2026-11-02")) << "the clock change of 25 October";
}

TEST_F(DutiesOfPractice, goes_by_when_a_review_was_held_and_says_apart_that_it_was_recorded_late) {
    look_after("2026-06-08", "S");
    record_.put_clock("2026-07-20");
    const auto held = review("2026-07-06");
    const auto late = ever("looked_after_review", "2026-07-21").at(0);
    EXPECT_EQ(late.step.state, State::met_in_time);
    EXPECT_EQ(late.recorded, Recorded::late);
    EXPECT_EQ(late.words(on("2026-07-21")), "done 6 July 2026, in time; recorded late, on 20 July 2026");

    record_.amend(held, {child_}, LookedAfterReview{on("2026-07-06"), {"PN1"}});
    const auto amended = ever("looked_after_review", "2026-07-21").at(0);
    EXPECT_EQ(amended.recorded, Recorded::not_known) << "it may have been the amendment that was late";
    EXPECT_EQ(amended.words(on("2026-07-21")), "done 6 July 2026, in time");
}

TEST_F(DutiesOfPractice, count_what_fell_due_by_month_with_each_item_behind_it) {
    look_after("2026-01-05", "S");            // First due 2 February.
    review("2026-02-02");                     // In time; the next due 2 May.
    const auto second = review("2026-05-05"); // Late; the next due 5 November, which is not over.
    child_ = record_.add_child();
    look_after("2026-01-12", "S");            // Due 9 February, not held.
    child_ = record_.add_child();
    look_after("2026-01-12", "S", "2026-03-01", "E4A");   // Due 9 February, never held.
    child_ = record_.add_child();
    look_after("2026-01-12", "S", "2026-01-20", "E4A");   // No longer needed.

    const auto seen = performance("looked_after_review", "2026-02-01", "2026-12-31", "2026-11-05");
    EXPECT_EQ(seen.whole, (record::Tally{.in_time = 1, .late = 1, .overdue = 1, .never_done = 1}));
    EXPECT_EQ(seen.whole.share_at_least(), 0.25);
    EXPECT_EQ(seen.whole.share_at_most(), 0.25);
    ASSERT_EQ(seen.months.size(), 11U);
    EXPECT_EQ(seen.months[0].month, on("2026-02-01"));
    EXPECT_EQ(seen.months[0].tally, (record::Tally{.in_time = 1, .overdue = 1, .never_done = 1}));
    EXPECT_EQ(seen.months[1].tally, record::Tally{});
    EXPECT_EQ(seen.months[3].tally, (record::Tally{.late = 1}));
    ASSERT_EQ(seen.behind.size(), 4U);
    EXPECT_EQ(seen.behind.back().met_by, second);
    EXPECT_EQ(performance("looked_after_review", "2026-02-01", "2026-12-31", "2026-11-06").whole.overdue, 2U)
        << "a day later it is";
    EXPECT_EQ(performance("looked_after_review", "2026-02-03", "2026-03-31", "2026-11-05").whole.all(), 2U)
        << "the first was due before that";
}

TEST_F(DutiesOfPractice, count_a_referral_about_three_children_three_times) {
    Referral referral;
    referral.received_on = on("2026-06-05");
    record_.add({child_, record_.add_child(), record_.add_child()}, referral);
    EXPECT_EQ(performance("referral_decision", "2026-06-01", "2026-06-30", "2026-07-01").whole, (record::Tally{.overdue = 3}));
}

TEST_F(DutiesOfPractice, share_lies_between_bounds_where_something_is_not_known) {
    assess(refer("2026-06-05"), "2026-06-08");
    assess(refer("2026-06-05"), "2026-06-20");
    const auto tally = performance("referral_decision", "2026-06-01", "2026-06-30", "2026-07-01").whole;
    EXPECT_EQ(tally, (record::Tally{.in_time = 1, .not_known = 1}));
    EXPECT_EQ(tally.share_at_least(), 0.5);
    EXPECT_EQ(tally.share_at_most(), 1.0);
    EXPECT_FALSE(record::Tally{}.share_at_least()) << "nothing of nothing is no share";
}

}  // namespace
}  // namespace steadfast::practice
