#include "practice/catalogue_for_tests.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "practice/protection/timescales.hpp"
#include "practice/slices.hpp"
#include "record/record_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class DutiesOfProtection : public testing::Test {
protected:
    std::vector<record::DutyStanding> ever(std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        // Other slices' duties run over the plan too.
        std::erase_if(all, [](const auto& standing) { return standing.duty->timescale != &initial_conference && standing.duty->timescale != &review_conference; });
        return all;
    }
    ledger::ItemId plan(std::string_view began, std::optional<Date> ended = std::nullopt) {
        ChildProtectionPlan plan;
        plan.began = on(began);
        plan.ended = ended;
        return record_.add({child_}, plan);
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(DutiesOfProtection, a_conference_is_due_fifteen_working_days_after_the_strategy_discussion) {
    Section47Enquiry enquiry;
    enquiry.began = on("2026-03-20");
    const auto item = record_.add({child_}, enquiry);
    EXPECT_EQ(ever("2026-04-14").at(0).words(on("2026-04-14")), "due today, Tue 14 April 2026")
        << "over Easter and a clock change";
    enquiry.conference_on = on("2026-04-15");
    record_.amend(item, {child_}, enquiry);
    const auto held = ever("2026-04-20").at(0);
    EXPECT_EQ(held.step.state, State::met_late);
    EXPECT_EQ(held.met_by, item);
}

TEST_F(DutiesOfProtection, no_conference_is_due_where_none_was_required) {
    Section47Enquiry enquiry;
    enquiry.began = on("2026-03-20");
    enquiry.conference_not_required = true;
    record_.add({child_}, enquiry);
    EXPECT_TRUE(ever("2026-06-01").empty());
}

TEST_F(DutiesOfProtection, a_plan_is_reviewed_after_three_months_and_then_every_six_until_it_ends) {
    const auto made = plan("2025-11-28", on("2026-09-01"));
    record_.add({child_}, ProtectionPlanReview{{made}, on("2026-02-28")});
    const auto before_the_end = ever("2026-08-28");
    ASSERT_EQ(before_the_end.size(), 2U);
    EXPECT_EQ(before_the_end[0].words(on("2026-08-28")), "due today, Fri 28 August 2026");
    EXPECT_EQ(before_the_end[1].step.state, State::met_in_time);
    EXPECT_EQ(std::ranges::count(ever("2026-09-02"), State::missed, [](const auto& standing) { return standing.step.state; }), 1);
}

TEST_F(DutiesOfProtection, a_review_of_another_plan_meets_nothing) {
    plan("2026-01-05");
    const auto other = plan("2026-01-06");
    record_.add({child_}, ProtectionPlanReview{{other}, on("2026-03-02")});
    const auto all = ever("2026-05-01");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].step.state, State::overdue) << "the first plan's first review";
}

}  // namespace
}  // namespace steadfast::practice
