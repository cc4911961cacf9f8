#include "law/timescale.hpp"

#include "law/london.hpp"
#include "law/working_days.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace steadfast::law {
namespace {

using State = StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

const Timescale reviews{
    .key = "reviews",
    .says = "Within 20 working days, then within 3 months, then every 6 months",
    .source = "these tests",
    .steps = {within(20_working_days), then(3_months), then_every(6_months)},
};

std::vector<StepStanding> seen(const Timescale& timescale, std::optional<Date> start, std::vector<Date> met_on, Date today,
                               std::optional<Date> end = std::nullopt) {
    return standing(timescale, {start, end, on_days(met_on)}, today);
}

TEST(TimeLimit, does_not_count_the_day_that_sets_it_going) {
    EXPECT_EQ((1_working_days).from(on("2026-06-05")), on("2026-06-08"));
    EXPECT_EQ((7_days).from(on("2026-06-05")), on("2026-06-12"));
    EXPECT_EQ((2_weeks).from(on("2026-06-05")), on("2026-06-19"));
}

TEST(TimeLimit, of_months_ends_on_the_corresponding_day_or_the_last_of_the_month) {
    EXPECT_EQ((3_months).from(on("2025-11-30")), on("2026-02-28"));
    EXPECT_EQ((3_months).from(on("2023-11-30")), on("2024-02-29"));
    EXPECT_EQ((6_months).from(on("2026-02-28")), on("2026-08-28")) << "not the last of August: the corresponding day";
    EXPECT_EQ((1_years).from(on("2024-02-29")), on("2025-02-28"));
}

TEST(TimeLimit, says_itself) {
    EXPECT_EQ((20_working_days).words(), "20 working days");
    EXPECT_EQ((1_working_day).words(), "1 working day");
    EXPECT_EQ((6_months).words(), "6 months");
}

TEST(Timescale, is_due_until_the_last_day_has_gone_and_overdue_from_the_next) {
    const Date start = on("2026-06-08");
    const auto last_day = seen(reviews, start, {}, on("2026-07-06"));
    ASSERT_EQ(last_day.size(), 1U);
    EXPECT_EQ(last_day[0].due, on("2026-07-06"));
    EXPECT_EQ(last_day[0].state, State::due);
    EXPECT_EQ(last_day[0].words(on("2026-07-06")), "due today, Mon 6 July 2026");

    const auto day_after = seen(reviews, start, {}, on("2026-07-07"));
    EXPECT_EQ(day_after[0].state, State::overdue);
    EXPECT_EQ(day_after[0].words(on("2026-07-07")), "1 working day overdue, was due Mon 6 July 2026");
    EXPECT_EQ(seen(reviews, start, {}, on("2026-07-01"))[0].words(on("2026-07-01")), "due Mon 6 July 2026, in 3 working days");
}

TEST(Timescale, counts_each_later_step_from_the_day_the_one_before_was_done) {
    const auto steps = seen(reviews, on("2026-01-05"), {on("2026-01-30"), on("2026-04-30"), on("2026-11-02")}, on("2026-12-01"));
    ASSERT_EQ(steps.size(), 4U);
    EXPECT_EQ(steps[0].state, State::met_in_time);
    EXPECT_EQ(steps[1].counted_from, on("2026-01-30"));
    EXPECT_EQ(steps[1].due, on("2026-04-30"));
    EXPECT_EQ(steps[1].state, State::met_in_time) << "on the last day";
    EXPECT_EQ(steps[2].due, on("2026-10-30"));
    EXPECT_EQ(steps[2].state, State::met_late);
    EXPECT_EQ(steps[2].words(on("2026-12-01")), "done 2 November 2026, 3 days late");
    EXPECT_EQ(steps[3].number, 4U);
    EXPECT_EQ(steps[3].due, on("2027-05-02")) << "a Sunday, which nothing in the law moves";
    EXPECT_EQ(steps[3].state, State::due);
}

const Timescale fostering_visits{
    .key = "fostering_visits",
    .says = "Within 7 working days, then every 6 weeks, and after a year every 12",
    .source = "these tests",
    .steps = {within(7_working_days), then_every(6_weeks).but_after_years(1, 12)},
};

TEST(Timescale, goes_by_a_later_limit_from_the_first_day_of_the_second_year) {
    const Date start = on("2025-03-03");
    const auto on_last_day = seen(fostering_visits, start, {on("2025-03-05"), on("2026-03-02")}, on("2026-03-03"));
    EXPECT_EQ(on_last_day.at(1).due, on("2025-04-16")) << "six weeks in the first year";
    EXPECT_EQ(on_last_day.at(2).due, on("2026-04-13")) << "counted from the last day of the first year: still six weeks";
    const auto on_first_day = seen(fostering_visits, start, {on("2025-03-05"), on("2026-03-03")}, on("2026-03-04"));
    EXPECT_EQ(on_first_day.at(1).due, on("2025-04-16"));
    EXPECT_EQ(on_first_day.at(1).state, State::met_late);
    EXPECT_EQ(on_first_day.at(2).due, on("2026-05-26")) << "twelve from the first day of the second";
    EXPECT_EQ(on_first_day.at(2).step.limit, 12_weeks);
}

TEST(Timescale, counts_a_year_that_begins_on_a_leap_day_to_the_end_of_february) {
    EXPECT_EQ(first_day_after_years(on("2024-02-29"), 1), on("2025-03-01"));
    EXPECT_EQ(first_day_after_years(on("2023-03-01"), 1), on("2024-03-01")) << "29 February 2024 is still in the first year";
    EXPECT_EQ(first_day_after_years(on("2025-10-26"), 2), on("2027-10-26"));
}

TEST(Timescale, with_a_later_limit_is_worked_out_anew_where_the_start_is_amended) {
    const std::vector<Date> met{on("2025-03-05"), on("2025-04-10"), on("2026-03-03")};
    EXPECT_EQ(seen(fostering_visits, on("2025-03-03"), met, on("2026-03-04")).back().due, on("2026-05-26"));
    EXPECT_EQ(seen(fostering_visits, on("2025-03-04"), met, on("2026-03-04")).back().due, on("2026-04-14"))
        << "one day later, and it is the first year's last day";
}

TEST(Timescale, says_lateness_in_working_days_where_the_limit_is_in_them) {
    const auto steps = seen(reviews, on("2026-06-08"), {on("2026-07-09")}, on("2026-07-10"));
    EXPECT_EQ(steps[0].state, State::met_late);
    EXPECT_EQ(steps[0].words(on("2026-07-10")), "done 9 July 2026, 3 working days late");
}

TEST(Timescale, calls_a_saturday_after_the_last_working_day_late) {
    // The period ended with the Friday. No working day lies between, so the lateness is said in days.
    const Timescale five{.key = "five", .says = "Within 5 working days", .source = "these tests", .steps = {within(5_working_days)}};
    const auto steps = seen(five, on("2026-06-05"), {on("2026-06-13")}, on("2026-06-15"));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].due, on("2026-06-12"));
    EXPECT_EQ(steps[0].state, State::met_late);
    EXPECT_EQ(steps[0].words(on("2026-06-15")), "done 13 June 2026, 1 day late");
}

TEST(Timescale, owes_nothing_more_when_the_period_ends_in_time_and_was_missed_when_it_ends_after) {
    const Date start = on("2026-06-08");
    const auto in_time = seen(reviews, start, {}, on("2026-08-01"), on("2026-07-06"));
    EXPECT_EQ(in_time[0].state, State::ended);
    EXPECT_EQ(in_time[0].words(on("2026-08-01")), "not needed: ended 6 July 2026, before it was due");
    const auto after = seen(reviews, start, {}, on("2026-08-01"), on("2026-07-07"));
    EXPECT_EQ(after[0].state, State::missed);
    EXPECT_EQ(after[0].words(on("2026-08-01")), "never done: was due 6 July 2026, ended 7 July 2026");
}

TEST(Timescale, takes_no_notice_of_days_outside_the_period) {
    const auto steps = seen(reviews, on("2026-06-08"), {on("2026-06-07"), on("2026-07-20")}, on("2026-08-01"), on("2026-06-30"));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].state, State::ended);
}

TEST(Timescale, may_be_met_on_the_first_day_and_on_the_last) {
    EXPECT_EQ(seen(reviews, on("2026-06-08"), {on("2026-06-08")}, on("2026-08-01"))[0].state, State::met_in_time);
    EXPECT_EQ(seen(reviews, on("2026-06-08"), {on("2026-06-30")}, on("2026-08-01"), on("2026-06-30"))[0].state, State::met_in_time);
}

TEST(Timescale, seen_from_a_past_day_knows_nothing_of_what_came_after) {
    const std::vector<Date> met{on("2026-07-02")};
    const auto then_seen = seen(reviews, on("2026-06-08"), met, on("2026-07-01"), on("2026-07-03"));
    ASSERT_EQ(then_seen.size(), 1U);
    EXPECT_EQ(then_seen[0].state, State::due);
}

TEST(Timescale, is_worked_out_anew_when_the_start_is_amended) {
    const std::vector<Date> met{on("2026-07-02")};
    EXPECT_EQ(seen(reviews, on("2026-06-08"), met, on("2026-07-10"))[0].state, State::met_in_time);
    EXPECT_EQ(seen(reviews, on("2026-06-01"), met, on("2026-07-10"))[0].state, State::met_late);
}

TEST(Timescale, says_that_it_can_not_be_worked_out_without_a_start) {
    const auto steps = seen(reviews, std::nullopt, {on("2026-07-02")}, on("2026-07-10"));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].state, State::start_unknown);
    EXPECT_FALSE(steps[0].due);
    EXPECT_EQ(steps[0].words(on("2026-07-10")), "can't be worked out: the day it starts from is not known");
}

TEST(Timescale, of_one_step_is_finished_when_it_is_met) {
    const Timescale once{.key = "once", .says = "Within a week", .source = "these tests", .steps = {within(1_week)}};
    const auto steps = seen(once, on("2026-06-08"), {on("2026-06-10"), on("2026-06-12")}, on("2026-09-01"));
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].met_on, on("2026-06-10"));
}

TEST(Timescale, takes_two_entries_of_one_day_for_one_doing) {
    EXPECT_EQ(seen(reviews, on("2026-06-08"), {on("2026-06-30"), on("2026-06-30")}, on("2026-07-01")).size(), 2U);
}

TEST(Timescale, takes_what_followed_for_a_sign_that_it_was_done_by_then) {
    const Timescale once{.key = "once", .says = "Within a week", .source = "these tests", .steps = {within(1_week)}};
    const auto shown = [&once](std::vector<Date> met, std::vector<Date> followed, Date today) {
        return standing(once, {on("2026-06-08"), std::nullopt, on_days(met), followed}, today).at(0);
    };
    const auto in_time = shown({}, {on("2026-06-20"), on("2026-06-15")}, on("2026-07-01"));
    EXPECT_EQ(in_time.state, State::met_in_time) << "begun by the last day, so done by the last day";
    EXPECT_EQ(in_time.words(on("2026-07-01")), "done by 15 June 2026, in time");
    const auto perhaps_late = shown({}, {on("2026-06-16")}, on("2026-07-01"));
    EXPECT_EQ(perhaps_late.state, State::met_unknown) << "neither in time nor late for certain";
    EXPECT_EQ(perhaps_late.words(on("2026-07-01")), "done by 16 June 2026, but the day was not recorded: was due 15 June 2026");
    EXPECT_EQ(shown({}, {on("2026-06-07")}, on("2026-07-01")).state, State::overdue) << "what came before it began shows nothing";
    EXPECT_EQ(shown({}, {on("2026-06-16")}, on("2026-06-15")).state, State::due) << "on that day nothing had followed";
    EXPECT_EQ(shown({on("2026-06-16")}, {on("2026-06-10")}, on("2026-07-01")).state, State::met_late) << "a recorded day goes first";
}

TEST(Timescale, can_not_count_a_later_step_from_a_day_that_was_not_recorded) {
    const std::vector<Date> followed{on("2026-06-20")};
    const auto steps = standing(reviews, {on("2026-06-08"), std::nullopt, {}, followed}, on("2026-07-01"));
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].state, State::met_in_time);
    EXPECT_EQ(steps[1].state, State::start_unknown);
    EXPECT_EQ(steps[1].number, 2U);
}

TEST(Timescale, goes_by_the_law_in_force_on_the_day_its_clock_started) {
    static const Timescale former[] = {
        {.key = "former", .says = "Within 10 days", .source = "the second", .steps = {within(10_days)}, .in_force_from = on("2015-04-01")},
        {.key = "former", .says = "Within 20 days", .source = "the first", .steps = {within(20_days)}, .in_force_from = on("2010-04-01")},
    };
    const Timescale now{.key = "now", .says = "Within 5 days", .source = "the third",
                        .steps = {within(5_days)}, .in_force_from = on("2020-04-01"), .before = former};

    EXPECT_EQ(now.in_force_on(on("2020-04-01"))->source, "the third");
    EXPECT_EQ(now.in_force_on(on("2020-03-31"))->source, "the second");
    EXPECT_EQ(now.in_force_on(on("2015-03-31"))->source, "the first");
    EXPECT_EQ(now.in_force_on(on("2010-03-31")), nullptr);
    EXPECT_EQ(seen(now, on("2020-03-31"), {}, on("2020-04-02"))[0].due, on("2020-04-10")) << "even after the change";
    EXPECT_TRUE(seen(now, on("2009-01-01"), {}, on("2020-04-02")).empty());
}

const Timescale interview{.key = "interview", .says = "Within 72 hours", .source = "these tests", .steps = {within(72_hours)}};

Moment at(std::string_view iso) {
    const Instant minute = Instant::parse_iso(iso).value();
    return {london_date(minute), minute};
}

StepStanding interviewed(Moment start, std::vector<Moment> done, std::string_view today) {
    return standing(interview, {start, std::nullopt, std::move(done)}, on(today)).at(0);
}

TEST(TimescaleInHours, runs_out_on_the_minute) {
    const Moment found = at("2026-06-08T13:10:00Z");   // A Monday, ten past two in summer.
    EXPECT_EQ(interviewed(found, {at("2026-06-11T13:10:00Z")}, "2026-06-20").state, State::met_in_time);
    const auto late = interviewed(found, {at("2026-06-11T13:11:00Z")}, "2026-06-20");
    EXPECT_EQ(late.state, State::met_late);
    EXPECT_EQ(late.words(on("2026-06-20")), "done 11 June 2026 at 14:11, late: was due at 14:10");
    EXPECT_EQ(interviewed(found, {}, "2026-06-10").words(on("2026-06-10")), "due Thu 11 June 2026 at 14:10, in 1 day");
    EXPECT_EQ(interviewed(found, {}, "2026-06-11").words(on("2026-06-11")), "due today, Thu 11 June 2026 at 14:10");
    EXPECT_EQ(interviewed(found, {}, "2026-06-12").words(on("2026-06-12")), "1 day overdue, was due Thu 11 June 2026 at 14:10");
}

TEST(TimescaleInHours, counts_hours_and_not_the_clock_on_the_wall_where_that_is_moved) {
    // 24 October 2026 at 23:30 in summer time; the night has 25 hours.
    EXPECT_EQ(interviewed(at("2026-10-24T22:30:00Z"), {}, "2026-10-25").words(on("2026-10-25")), "due Tue 27 October 2026 at 22:30, in 2 days");
}

TEST(TimescaleInHours, is_neither_in_time_nor_late_where_a_time_of_day_would_have_to_be_known) {
    const Date found = on("2026-06-08");
    EXPECT_EQ(interviewed(found, {on("2026-06-10")}, "2026-06-20").state, State::met_in_time) << "whatever the time of day";
    const auto perhaps = interviewed(found, {on("2026-06-11")}, "2026-06-20");
    EXPECT_EQ(perhaps.state, State::met_unknown);
    EXPECT_EQ(perhaps.words(on("2026-06-20")), "done 11 June 2026, but not known at what time: was due 11 June 2026");
    EXPECT_EQ(interviewed(found, {on("2026-06-12")}, "2026-06-20").state, State::met_late);
    EXPECT_EQ(interviewed(found, {}, "2026-06-11").state, State::due);
    EXPECT_EQ(interviewed(found, {}, "2026-06-12").state, State::overdue);
    EXPECT_EQ(interviewed(at("2026-06-08T13:10:00Z"), {on("2026-06-11")}, "2026-06-20").state, State::met_unknown);
}

const Timescale visits_before[] = {
    {.key = "visits", .says = "Visit every 10 working days", .source = "these tests", .steps = {every(10_working_days)},
     .local_says = "Visit every {}"}};
const Timescale visits{.key = "visits", .says = "Visit every 1 week", .source = "these tests", .steps = {every(1_week)},
                       .in_force_from = Date::of(2026, 6, 15), .before = visits_before, .local_says = "Visit every {}"};

TEST(LocalTimescale, counts_for_every_step_from_the_day_it_was_changed) {
    const auto steps = seen(visits, on("2026-06-01"), {on("2026-06-12"), on("2026-06-26")}, on("2026-06-28"));
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[1].due, on("2026-06-26")) << "counted from before the change";
    EXPECT_EQ(steps[1].law->says, "Visit every 10 working days");
    EXPECT_EQ(steps[2].due, on("2026-07-03")) << "counted from after it, though the period is older";
    EXPECT_EQ(steps[2].law->says, "Visit every 1 week");
}

TEST(TimescaleOfAPromise, is_due_on_the_day_that_somebody_named) {
    const Timescale promise{.key = "promise", .says = "As promised", .source = "these tests", .steps = {by_the_day_named()}};
    const auto kept = [&promise](std::optional<Date> named, std::vector<Moment> done) {
        return standing(promise, {.start = Moment(on("2026-06-01")), .end = {}, .met_on = std::move(done), .shown_on = {}, .named = named}, on("2026-06-20")).at(0);
    };
    EXPECT_EQ(kept(on("2026-06-10"), {}).state, State::overdue);
    EXPECT_EQ(kept(on("2026-06-10"), {on("2026-06-10")}).state, State::met_in_time);
    EXPECT_EQ(kept(on("2026-06-10"), {on("2026-06-11")}).words(on("2026-06-20")), "done 11 June 2026, 1 day late");
    EXPECT_EQ(kept(on("2026-06-20"), {}).state, State::due);
    EXPECT_EQ(kept({}, {}).state, State::start_unknown) << "nobody can say whether it is late";
    EXPECT_EQ(kept({}, {on("2026-06-11")}).state, State::met_unknown);
    EXPECT_EQ(kept({}, {}).words(on("2026-06-20")), "can't be worked out: nobody said by which day");
}

TEST(Steps, end_with_the_one_that_repeats) {
    EXPECT_THROW(Steps({then_every(1_months), then(2_months)}), std::invalid_argument);
    EXPECT_EQ(reviews.steps.at(0), nullptr);
    EXPECT_EQ(reviews.steps.at(2)->limit, 3_months);
    EXPECT_EQ(reviews.steps.at(99)->limit, 6_months);
}

TEST(Timescale, is_in_time_exactly_when_done_by_the_day_it_was_due_whatever_the_dates) {
    rc::check([] {
        const Date start = Date::from_days(*rc::gen::inRange(15000, 21000));
        std::vector<Date> met;
        for (const int after : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 900))) met.push_back(start.plus_days(after));
        const Date today = start.plus_days(*rc::gen::inRange(-10, 1000));
        const auto steps = standing(reviews, {start, std::nullopt, on_days(met)}, today);
        RC_ASSERT(!steps.empty());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            RC_ASSERT(steps[i].number == i + 1);
            const bool open = i + 1 == steps.size();
            RC_ASSERT(steps[i].met_on.has_value() != open);
            if (!open) RC_ASSERT((steps[i].state == State::met_in_time) == (*steps[i].met_on <= *steps[i].due));
            if (!open) RC_ASSERT(steps[i + 1].counted_from == steps[i].met_on);
            if (open) RC_ASSERT((steps[i].state == State::overdue) == (today > *steps[i].due));
        }
    });
}

}  // namespace
}  // namespace steadfast::law
