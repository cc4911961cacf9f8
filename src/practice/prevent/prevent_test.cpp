#include "practice/prevent/prevent_referral.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/prevent/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(PreventReferral, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<PreventReferral>(); }

class APreventReferral : public testing::Test {
protected:
    void change() { record_.amend(item_, {child_}, referral_); }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all;
    }
    State state(std::string_view key, std::string_view today) { return standings(key, today).at(0).step.state; }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    PreventReferral referral_{.referred_on = on("2026-01-26"), .sent_on_by_police = on("2026-01-31")};
    ledger::ItemId item_ = record_.add({child_}, referral_);
};

TEST_F(APreventReferral, is_brought_to_a_panel_within_four_weeks_of_the_police_sending_it_on) {
    EXPECT_EQ(state("channel_panel", "2026-02-28"), State::due);
    EXPECT_EQ(state("channel_panel", "2026-03-01"), State::overdue);
    referral_.panel_on = on("2026-02-28");
    change();
    EXPECT_EQ(state("channel_panel", "2026-03-10"), State::met_in_time);
}

TEST_F(APreventReferral, owes_no_panel_where_there_was_nothing_to_it) {
    referral_.outcome.code = "not_prevent";
    change();
    EXPECT_TRUE(standings("channel_panel", "2026-03-10").empty());
}

TEST_F(APreventReferral, is_looked_at_again_six_months_after_help_ended_at_the_end_of_a_shorter_month) {
    referral_.outcome.code = "adopted";
    referral_.ended_on = on("2026-08-31");
    change();
    EXPECT_EQ(standings("channel_looked_at", "2026-09-01").at(0).step.due, on("2027-02-28"));
    referral_.outcome.code = "not_agreed";
    change();
    EXPECT_TRUE(standings("channel_looked_at", "2026-09-01").empty());
}

}  // namespace
}  // namespace steadfast::practice
