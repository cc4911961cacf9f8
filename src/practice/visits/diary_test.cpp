#include "practice/catalogue_for_tests.hpp"
#include "practice/visits/diary.hpp"
#include "practice/slices.hpp"
#include "practice/visits/last_seen.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class ADiary : public testing::Test {
protected:
    ledger::ItemId plan(const When& when, std::vector<ledger::SubjectId> children, std::optional<Date> called_off = std::nullopt) {
        PlannedVisit visit;
        visit.planned_for = when;
        visit.worker.item = ledger::ItemId(record_.worker().bytes());
        visit.called_off_on = called_off;
        return record_.add(std::move(children), visit);
    }
    void visited(Date day, std::string_view seen) {
        Visit visit;
        visit.happened = When::day(day);
        record::Content content;
        content.values = record::type_of<Visit>().values_of(visit);
        record::Content about;
        about.values.resize(content.values.size());
        about.values[*record::type_of<Visit>().position("seen")] = std::string(seen);
        content.about.push_back(std::move(about));
        record_.save({record::change_of(record::type_of<Visit>(), ledger::ItemId::random(), 0, {child_}, content, record_.worker())});
    }
    Diary diary() { return diary_of(record_.seen(), record_.worker(), today_); }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    Date today_ = on("2026-03-02");
};

TEST(PlannedVisit, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PlannedVisit>(); }

TEST_F(ADiary, has_todays_visits_by_the_clock_and_what_has_no_time_first) {
    const auto late = plan(When::minute(Instant::parse_iso("2026-03-02T15:30:00Z").value(), 0), {child_});
    const auto early = plan(When::minute(Instant::parse_iso("2026-03-02T09:15:00Z").value(), 0), {child_});
    const auto some_time = plan(When::day(today_), {child_});
    const Diary day = diary();
    ASSERT_EQ(day.today.size(), 3U);
    EXPECT_EQ(day.today[0].item, some_time);
    EXPECT_EQ(day.today[1].item, early);
    EXPECT_EQ(day.today[2].item, late);
    EXPECT_EQ(planned_for(*record_.record().book(), record_.worker(), today_), 3U);
}

TEST_F(ADiary, leaves_out_what_was_called_off_and_what_somebody_else_planned) {
    plan(When::day(today_), {child_}, on("2026-03-01"));
    EXPECT_TRUE(diary().today.empty());
    plan(When::day(today_), {child_});
    EXPECT_TRUE(diary_of(record_.seen(), ledger::WorkerId::random(), today_).today.empty());
}

TEST_F(ADiary, asks_after_a_planned_visit_until_a_visit_since_that_day_is_told) {
    plan(When::day(on("2026-02-26")), {child_});
    ASSERT_EQ(diary().untold.size(), 1U);
    visited(on("2026-02-25"), "alone");
    EXPECT_EQ(diary().untold.size(), 1U) << "the visit before was another";
    visited(on("2026-02-26"), "not_seen");
    EXPECT_TRUE(diary().untold.empty()) << "a visit at which nobody opened was made too";
}

TEST_F(ADiary, does_not_ask_for_ever_nor_look_ahead_for_ever) {
    plan(When::day(on("2026-02-15")), {child_});
    plan(When::day(on("2026-03-09")), {child_});
    const auto within = plan(When::day(on("2026-03-08")), {child_});
    const Diary day = diary();
    EXPECT_TRUE(day.untold.empty());
    ASSERT_EQ(day.next.size(), 1U);
    EXPECT_EQ(day.next[0].item, within);
}

TEST_F(ADiary, last_seen_is_the_latest_visit_that_says_so) {
    const auto seen = [this] { return last_seen(record_.record(), record_.seen(), record_.seen().child(child_).value()); };
    EXPECT_EQ(seen(), std::nullopt);
    visited(on("2026-02-10"), "seen");
    visited(on("2026-02-24"), "not_seen");
    EXPECT_EQ(seen(), on("2026-02-10"));
    visited(on("2026-02-20"), "alone");
    EXPECT_EQ(seen(), on("2026-02-20"));
}

}  // namespace
}  // namespace steadfast::practice
