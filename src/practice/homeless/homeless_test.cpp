#include "practice/catalogue_for_tests.hpp"
#include "practice/homeless/homeless_young_person.hpp"
#include "practice/homeless/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(HomelessYoungPerson, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<HomelessYoungPerson>(); }

class AHomelessYoungPerson : public testing::Test {
protected:
    AHomelessYoungPerson() {
        came_.came = When::parse("2026-10-24T17:00+01:00").value();   // A Saturday; the clocks go back in the night.
        came_.tonight.code = "nowhere";
        item_ = record_.add({child_}, came_);
    }
    void change() { record_.amend(item_, {child_}, came_); }
    std::vector<record::DutyStanding> standings(const law::Timescale& timescale, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [&](const auto& one) { return one.duty->timescale->key != timescale.key; });
        return all;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    HomelessYoungPerson came_;
    ledger::ItemId item_;
};

TEST_F(AHomelessYoungPerson, sleeps_somewhere_safe_within_24_hours_also_in_the_night_that_has_25) {
    EXPECT_EQ(standings(homeless_safe_place, "2026-10-24").at(0).step.state, State::due);
    came_.safe_place = When::parse("2026-10-25T16:00+00:00").value();
    change();
    EXPECT_EQ(standings(homeless_safe_place, "2026-10-26").at(0).step.state, State::met_in_time);
    came_.safe_place = When::parse("2026-10-25T16:01+00:00").value();
    change();
    EXPECT_EQ(standings(homeless_safe_place, "2026-10-26").at(0).step.state, State::met_late);
}

TEST_F(AHomelessYoungPerson, who_stays_at_home_or_with_friends_has_a_bed) {
    came_.tonight.code = "family_or_friends";
    change();
    EXPECT_TRUE(standings(homeless_safe_place, "2026-10-26").empty());
    EXPECT_EQ(standings(homeless_advocate, "2026-10-26").at(0).step.due, on("2026-10-27")) << "Monday and Tuesday";
}

TEST_F(AHomelessYoungPerson, is_assessed_in_45_working_days_across_christmas) {
    EXPECT_EQ(standings(homeless_assessed, "2026-10-26").at(0).step.due, on("2026-12-29"))
        << "25 December and the day that makes up for Boxing Day do not count";
    came_.decided_on = on("2026-11-02");
    came_.decision.code = "section_20";
    change();
    EXPECT_EQ(standings(homeless_assessed, "2026-12-30").at(0).step.state, State::overdue) << "a decision is no assessment";
    EXPECT_EQ(standings(homeless_advocate, "2026-12-30").at(0).step.state, State::missed);
    came_.decision.code = "not_homeless";
    change();
    EXPECT_TRUE(standings(homeless_assessed, "2026-12-30").empty());
}

}  // namespace
}  // namespace steadfast::practice
