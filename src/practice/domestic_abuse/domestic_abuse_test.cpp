#include "practice/domestic_abuse/domestic_abuse.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/domestic_abuse/timescales.hpp"
#include "practice/slices.hpp"
#include "record/item/round_trip.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(DomesticAbuse, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<DomesticAbuse>(); }
TEST(Marac, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Marac>(); }

TEST(DomesticAbuse, goes_out_with_nothing_because_a_safety_plan_in_the_wrong_hands_is_a_danger) {
    EXPECT_EQ(record::type_of<DomesticAbuse>().goes_out(), record::GoesOut::never);
    EXPECT_EQ(record::type_of<Marac>().goes_out(), record::GoesOut::never);
}

class DutiesOfDomesticAbuse : public testing::Test {
protected:
    State state(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all.at(0).step.state;
    }
    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(DutiesOfDomesticAbuse, a_family_is_heard_within_four_weeks_of_the_referral_over_a_clock_change_too) {
    Marac marac{.referred_on = on("2026-03-06")};
    const auto item = record_.add({child_}, marac);
    EXPECT_EQ(state("marac_heard", "2026-04-03"), State::due) << "Good Friday is the last day";
    EXPECT_EQ(state("marac_heard", "2026-04-04"), State::overdue);
    marac.heard_on = on("2026-04-03");
    record_.amend(item, {child_}, marac);
    EXPECT_EQ(state("marac_heard", "2026-05-01"), State::met_in_time);
    marac.referred_on = on("2026-03-05");   // The day was wrong.
    record_.amend(item, {child_}, marac);
    EXPECT_EQ(state("marac_heard", "2026-05-01"), State::met_late);
}

TEST_F(DutiesOfDomesticAbuse, the_danger_is_looked_at_again_by_the_day_that_was_named) {
    DomesticAbuse abuse{.judged_on = on("2026-02-02"), .look_again_by = on("2026-03-02")};
    const auto item = record_.add({child_}, abuse);
    EXPECT_EQ(state("domestic_abuse_looked_at", "2026-03-02"), State::due);
    EXPECT_EQ(state("domestic_abuse_looked_at", "2026-03-03"), State::overdue);
    abuse.looked_again_on = on("2026-03-02");
    record_.amend(item, {child_}, abuse);
    EXPECT_EQ(state("domestic_abuse_looked_at", "2026-03-03"), State::met_in_time);
}

}  // namespace
}  // namespace steadfast::practice
