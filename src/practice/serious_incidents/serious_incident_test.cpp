#include "practice/serious_incidents/serious_incident.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/serious_incidents/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(SeriousIncident, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<SeriousIncident>(); }

class ASeriousIncident : public testing::Test {
protected:
    ASeriousIncident() {
        incident_.happened = When::day(on("2026-03-31"));
        incident_.known_on = on("2026-04-01");   // The Wednesday before Easter: Friday and Monday are no working days.
        incident_.harm.code = "seriously_harmed";
        item_ = record_.add({child_}, incident_);
    }
    void change() { record_.amend(item_, {child_}, incident_); }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all;
    }
    State state(const law::Timescale& timescale, std::string_view today) { return standings(timescale.key, today).at(0).step.state; }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    SeriousIncident incident_;
    ledger::ItemId item_;
};

TEST_F(ASeriousIncident, is_notified_within_five_working_days_of_coming_to_know_of_it) {
    EXPECT_EQ(standings("incident_notified", "2026-04-02").at(0).step.due, on("2026-04-10"));
    EXPECT_EQ(state(incident_notified, "2026-04-10"), State::due);
    EXPECT_EQ(state(incident_notified, "2026-04-11"), State::overdue);
    incident_.notified_on = on("2026-04-10");
    change();
    EXPECT_EQ(state(incident_notified, "2026-04-20"), State::met_in_time);
    incident_.notified_on = on("2026-04-13");
    change();
    EXPECT_EQ(state(incident_notified, "2026-04-20"), State::met_late);
}

TEST_F(ASeriousIncident, is_reviewed_within_fifteen_working_days) {
    EXPECT_EQ(standings("rapid_review", "2026-04-02").at(0).step.due, on("2026-04-24"));
    incident_.rapid_review_on = on("2026-04-24");
    change();
    EXPECT_EQ(state(rapid_review, "2026-05-01"), State::met_in_time);
}

TEST_F(ASeriousIncident, starts_its_clocks_anew_where_the_day_was_wrong) {
    incident_.known_on = on("2026-04-07");
    change();
    EXPECT_EQ(standings("incident_notified", "2026-04-08").at(0).step.due, on("2026-04-14"));
}

TEST_F(ASeriousIncident, owes_both_until_somebody_says_whether_it_must_be_notified) {
    EXPECT_EQ(standings("incident_notified", "2026-04-02").size(), 1U);
    EXPECT_EQ(standings("rapid_review", "2026-04-02").size(), 1U);
}

TEST_F(ASeriousIncident, owes_no_rapid_review_of_a_death_in_care_without_suspicion_and_nothing_where_it_is_none) {
    incident_.notified_as.code = "death_in_care";
    change();
    EXPECT_EQ(standings("incident_notified", "2026-04-02").size(), 1U);
    EXPECT_TRUE(standings("rapid_review", "2026-04-02").empty());
    incident_.notified_as.code = "not_notified";
    change();
    EXPECT_TRUE(standings("incident_notified", "2026-04-02").empty());
}

}  // namespace
}  // namespace steadfast::practice
