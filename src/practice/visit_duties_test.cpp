#include "practice/visits/duties.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/slices.hpp"
#include "practice/visits/visit.hpp"
#include "record/allocation/allocation.hpp"
#include "record/home/caseload.hpp"
#include "record/home/due.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;
using record::type_of;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class DutiesOfVisits : public testing::Test {
protected:
    void visit(std::string_view when, std::vector<ledger::SubjectId> about, const std::vector<std::string>& seen) {
        Visit visit;
        visit.happened = When::parse(when).value();
        record::Content content;
        content.values = type_of<Visit>().values_of(visit);
        for (const std::string& code : seen) {
            visit.seen.code = code;
            content.about.push_back({.values = type_of<Visit>().values_of(visit)});
        }
        record_.save({record::change_of(type_of<Visit>(), ledger::ItemId::random(), 0, std::move(about), content, record_.worker())});
    }
    void protect(std::vector<ledger::SubjectId> about, std::string_view began) {
        ChildProtectionPlan plan;
        plan.began = on(began);
        for (const auto child : about) record_.add({child}, plan);
    }
    /// The visit that is owed next.
    record::DutyStanding owed(ledger::SubjectId child, std::string_view today) {
        auto all = record::duties_of(all_duties(), record_.seen(), record_.seen().child(child).value(), on(today));
        std::erase_if(all, [](const auto& one) { return !one.duty->timescale->key.ends_with("_visit"); });
        return all.at(0);
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId amira_ = record_.add_child();
    ledger::SubjectId sam_ = record_.add_child();
};

TEST_F(DutiesOfVisits, are_owed_every_ten_working_days_under_a_protection_plan) {
    protect({amira_}, "2026-03-27");   // A Friday; Easter and the clock change come between.
    EXPECT_EQ(owed(amira_, "2026-04-14").words(on("2026-04-14")), "due today, Tue 14 April 2026");
    EXPECT_EQ(owed(amira_, "2026-04-15").step.state, State::overdue);
    visit("2026-04-14T16:00+01:00", {amira_}, {"seen"});
    EXPECT_EQ(owed(amira_, "2026-04-15").step.due, on("2026-04-28"));
}

TEST_F(DutiesOfVisits, are_not_met_for_a_child_who_was_not_seen) {
    protect({amira_, sam_}, "2026-06-01");
    visit("2026-06-10", {amira_, sam_}, {"alone", "not_seen"});
    EXPECT_EQ(owed(amira_, "2026-06-16").step.state, State::due);
    EXPECT_EQ(owed(sam_, "2026-06-16").step.state, State::overdue) << "the worker came, and did not see this child";
}

TEST_F(DutiesOfVisits, are_owed_every_four_weeks_under_a_child_in_need_plan_and_end_with_it) {
    ChildInNeedPlan plan;
    plan.began = on("2024-02-01");
    const auto item = record_.add({amira_}, plan);
    EXPECT_EQ(owed(amira_, "2024-02-29").words(on("2024-02-29")), "due today, Thu 29 February 2024");
    EXPECT_EQ(owed(amira_, "2024-03-01").step.state, State::overdue);
    plan.ended = on("2024-02-20");
    record_.amend(item, {amira_}, plan);
    const auto left = record::duties_of(all_duties(), record_.seen(), record_.seen().child(amira_).value(), on("2024-03-10"));
    EXPECT_TRUE(std::ranges::none_of(left, [](const auto& one) { return one.duty->timescale->key == "in_need_visit"; }));
}

TEST_F(DutiesOfVisits, lead_from_the_first_page_to_the_form_that_meets_them) {
    protect({amira_}, "2026-03-27");
    const record::Holding held{amira_, {}, record_.worker(), {}, "allocated_worker", {}};
    const auto caseload = record::pages::caseload_of(all_duties(), record_.seen(), {held}, on("2026-04-20"));
    const auto visit = std::ranges::find(caseload.overdue, "/children/" + amira_.text() + "/add/visit", [](const auto& one) { return one.does.text(); });
    ASSERT_NE(visit, caseload.overdue.end());
    EXPECT_EQ(visit->does_words, "Record it");
    const auto core_group = std::ranges::find(caseload.overdue, "/children/" + amira_.text() + "/meeting?kind=core_group", [](const auto& one) { return one.does.text(); });
    ASSERT_NE(core_group, caseload.overdue.end());
    EXPECT_EQ(core_group->does_words, "Plan it");
}

TEST_F(DutiesOfVisits, stand_on_one_list_of_what_is_due_against_a_name) {
    protect({amira_, sam_}, "2026-03-27");
    const auto dev = ledger::WorkerId::random();
    record_.add({amira_}, record::Allocation{.worker = {ledger::ItemId(dev.bytes())}, .team = {}, .as_what = {"allocated_worker"}, .from = on("2026-03-01"), .to = {},
                                             .why_began = {}, .why_ended = {}});
    visit("2026-04-13", {sam_}, {"seen"});
    std::vector<record::Holding> held;
    for (const auto child : {sam_, amira_, amira_}) held.push_back({child, {}, dev, {}, "allocated_worker", {}});
    auto rows = record::pages::due_of(all_duties(), record_.seen(), held, on("2026-04-20"));
    std::erase_if(rows, [](const auto& row) { return row.duty_key == "core_group" || row.duty_key == "case_supervision"; });
    ASSERT_EQ(rows.size(), 4U) << "a visit and a review for each, Amira counted once";
    EXPECT_EQ(rows.at(0).child, amira_) << "the longest overdue first";
    EXPECT_EQ(rows.at(0).duty_key, "protection_visit");
    EXPECT_EQ(rows.at(0).how_soon, record::pages::HowSoon::overdue);
    EXPECT_EQ(rows.at(0).who, dev);
    EXPECT_EQ(rows.at(1).child, sam_);
    EXPECT_EQ(rows.at(1).how_soon, record::pages::HowSoon::this_week);
    EXPECT_TRUE(rows.at(1).who.is_none()) << "nobody answers for Sam";
    EXPECT_EQ(rows.at(3).how_soon, record::pages::HowSoon::later);
}

}  // namespace
}  // namespace steadfast::practice
