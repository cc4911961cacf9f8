#include "practice/handover/handover.hpp"
#include "practice/handover/handover_pages.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/allocation/allocation.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/plans/plan_action.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(Handover, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Handover>(); }

TEST(Handover, puts_what_stands_on_the_record_beside_what_the_worker_before_wrote) {
    record::RecordForTests council(catalogue_for_tests());
    const auto child = council.add_child();
    record::pages::VisitorForTests visitor(council, "director", council.worker(), add_handover_pages, &all_duties());
    const web::Fields path{{"id", child.text()}};
    EXPECT_THAT(visitor.get("/children/{id}/handover", path),
                AllOf(HasSubstr("Nobody has written a handover"), HasSubstr("Nothing is due"),
                      HasSubstr("No plan in force has an open action")));

    const Date today = *Date::of(2026, 3, 2);
    record::plans::Plan plan;
    plan.kind.code = "in_need";
    plan.agreed_on = today.plus_days(-30);
    plan.must_be_different = "School every day";
    const auto plan_item = council.add({child}, plan);
    record::plans::PlanAction action;
    action.plan.item = action.promised_in.item = plan_item;
    action.action = "Ring the school on Mondays";
    action.who = "Mum";
    action.promised_on = plan.agreed_on;
    action.by_day = today.plus_days(5);
    council.add({child}, action);
    action.action = "Was done long ago";
    action.done_on = today.plus_days(-2);
    council.add({child}, action);
    const auto handed_over = [&](int days_ago, std::string words) {
        Handover handover;
        handover.written_on = today.plus_days(-days_ago);
        handover.first_weeks.text = std::move(words);
        council.add({child}, handover);
    };
    handed_over(1, "See her before Friday.");
    handed_over(400, "Of another time.");
    EXPECT_THAT(visitor.get("/children/{id}/handover", path),
                AllOf(HasSubstr("See her before Friday."), Not(HasSubstr("Of another time.")),
                      HasSubstr("Ring the school on Mondays"), HasSubstr("Mum"), Not(HasSubstr("Was done long ago"))));
}

}  // namespace
}  // namespace steadfast::practice
