#include "practice/child_deaths/child_death.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/child_deaths/day_of_death.hpp"
#include "practice/child_deaths/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/people/person.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;
using testing::HasSubstr;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(ChildDeath, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<ChildDeath>(); }

class AChildsDeath : public testing::Test {
protected:
    AChildsDeath() {
        death_.died = When::parse("2026-03-28T23:30+00:00").value();   // The night before the clocks go forward.
        death_.known_on = on("2026-03-29");                             // A Sunday.
        item_ = record_.add({child_}, death_);
    }
    void change() { record_.amend(item_, {child_}, death_); }
    void say_died(std::string_view day) {
        record::Person person;
        person.given_name = "Sam";
        person.died = on(day);
        record_.amend(ledger::ItemId(child_.bytes()), {child_}, person);
    }
    std::string to_put_right() { return day_of_death_to_put_right(record_.seen(), record_.seen().child(child_).value()); }
    std::vector<record::DutyStanding> standings(const law::Timescale& timescale, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != timescale.key; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    ChildDeath death_;
    ledger::ItemId item_;
};

TEST_F(AChildsDeath, is_told_to_the_panel_on_the_next_working_day) {
    EXPECT_EQ(standings(death_notified, "2026-03-30").at(0).step.due, on("2026-03-30"));
    EXPECT_EQ(standings(death_notified, "2026-03-31").at(0).step.state, State::overdue);
    death_.notified_on = on("2026-03-30");
    change();
    EXPECT_EQ(standings(death_notified, "2026-04-30").at(0).step.state, State::met_in_time);
}

TEST_F(AChildsDeath, needs_a_joint_response_in_24_hours_by_the_clock_that_runs_on_when_the_clocks_change) {
    EXPECT_TRUE(standings(joint_agency_response, "2026-03-30").empty()) << "nobody said that it needs one";
    death_.is_joint_response_needed = true;
    death_.joint_met = When::parse("2026-03-30T00:30+01:00").value();   // 24 hours later, and 25 on the wall.
    change();
    EXPECT_EQ(standings(joint_agency_response, "2026-03-31").at(0).step.state, State::met_in_time);
    death_.joint_met = When::parse("2026-03-30T00:31+01:00").value();
    change();
    EXPECT_EQ(standings(joint_agency_response, "2026-03-31").at(0).step.state, State::met_late);
}

TEST_F(AChildsDeath, is_talked_about_by_those_who_knew_the_child_within_three_months) {
    EXPECT_EQ(standings(death_review_meeting, "2026-04-01").at(0).step.due, on("2026-06-28"));
    death_.review_meeting_on = on("2026-06-26");
    change();
    EXPECT_EQ(standings(death_review_meeting, "2026-07-01").at(0).step.state, State::met_in_time);
}

TEST_F(AChildsDeath, is_held_against_what_the_childs_details_say) {
    EXPECT_THAT(to_put_right(), HasSubstr("their details do not say so yet"));
    say_died("2026-03-27");
    EXPECT_THAT(to_put_right(), HasSubstr("28 March 2026, and the details of Sam say 27 March 2026"));
    say_died("2026-03-28");
    EXPECT_EQ(to_put_right(), "");
}

TEST_F(AChildsDeath, says_nothing_where_it_was_recorded_in_error) {
    record_.withdraw<ChildDeath>(item_, {child_});
    EXPECT_EQ(to_put_right(), "");
}

}  // namespace
}  // namespace steadfast::practice
