#include "record/duty/stage.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/referral/referral.hpp"
#include "practice/slices.hpp"
#include "record/allocation/allocation.hpp"
#include "record/home/unheld.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class AStage : public testing::Test {
protected:
    std::string stage() {
        const auto stage = record::stage_of(all_duties(), record_.seen(), record_.seen().child(child_).value());
        return stage ? stage->in_words() : "none";
    }
    std::vector<record::pages::Unheld> unheld() { return record::pages::held_by_nobody(all_duties(), record_.seen(), on("2026-03-02")); }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(AStage, is_what_most_binds_the_council_of_what_goes_on) {
    EXPECT_EQ(stage(), "none");
    Referral referral;
    referral.received_on = on("2025-01-07");
    const auto received = record_.add({child_}, referral);
    EXPECT_EQ(stage(), "Open to children's services since 7 January 2025");
    ChildInNeedPlan in_need;
    in_need.began = on("2025-03-03");
    record_.add({child_}, in_need);
    EXPECT_EQ(stage(), "On a child in need plan since 3 March 2025");
    ChildProtectionPlan protection;
    protection.began = on("2025-06-02");
    const auto plan = record_.add({child_}, protection);
    EXPECT_EQ(stage(), "On a child protection plan since 2 June 2025");
    LookedAfterEpisode episode;
    episode.began = on("2025-10-01");
    episode.why_it_began.code = "S";
    const auto care = record_.add({child_}, episode);
    EXPECT_EQ(stage(), "Looked after since 1 October 2025");

    episode.ended = on("2026-01-05");
    episode.why_it_ended.code = "E4A";
    record_.amend(care, {child_}, episode);
    protection.ended = on("2026-01-12");
    record_.amend(plan, {child_}, protection);
    EXPECT_EQ(stage(), "On a child in need plan since 3 March 2025");
    referral.closed_on = on("2026-02-01");
    record_.amend(received, {child_}, referral);
    EXPECT_EQ(stage(), "On a child in need plan since 3 March 2025") << "a plan that nobody ended is still in force";
}

TEST_F(AStage, of_several_at_once_is_dated_by_the_last_that_goes_on) {
    for (const char* day : {"2024-05-01", "2025-05-01"}) {
        Referral referral;
        referral.received_on = on(day);
        record_.add({child_}, referral);
    }
    EXPECT_EQ(stage(), "Open to children's services since 1 May 2025");
}

TEST_F(AStage, a_child_with_open_work_and_neither_worker_nor_team_is_nobodys) {
    EXPECT_TRUE(unheld().empty());
    Referral referral;
    referral.received_on = on("2025-01-07");
    record_.add({child_}, referral);
    ASSERT_EQ(unheld().size(), 1U);
    EXPECT_EQ(unheld()[0].child.id, child_);

    record::Allocation waits;
    waits.team.item = ledger::ItemId::random();
    waits.as_what.code = "allocated_worker";
    waits.from = on("2026-02-02");
    record_.add({child_}, waits);
    EXPECT_TRUE(unheld().empty());
}

TEST_F(AStage, a_child_whose_worker_has_left_off_is_nobodys_again) {
    Referral referral;
    referral.received_on = on("2025-01-07");
    record_.add({child_}, referral);
    record::Allocation ended;
    ended.worker.item = ledger::ItemId::random();
    ended.as_what.code = "allocated_worker";
    ended.from = on("2025-02-02");
    ended.to = on("2026-02-27");
    record_.add({child_}, ended);
    EXPECT_EQ(unheld().size(), 1U);
}

}  // namespace
}  // namespace steadfast::practice
