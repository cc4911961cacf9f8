#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/in_need/family_group.hpp"
#include "practice/in_need/in_need_review.hpp"
#include "practice/in_need/timescales.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"
#include "record/plans/plan.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::meetings::Meeting;
using record::pages::VisitorForTests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(InNeedItems, go_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<InNeedReview>();
    record::expect_there_and_back<FamilyGroupOffer>();
    record::expect_there_and_back<FamilyPlan>();
}

void add_meeting_pages(record::Record& record, record::pages::PageParts& parts) {
    record::meetings::add_pages(record, parts);
    parts.meeting_rules.push_back(rule_of_child_in_need_meetings());
    parts.meeting_rules.push_back(rule_of_family_group_meetings());
}

class ChildInNeed : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    VisitorForTests worker{council, "social_worker", council.worker(), add_meeting_pages, &all_duties()};
    ledger::SubjectId amira = child_called("Amira");

    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    ledger::ItemId plan_from(std::string_view day) {
        return council.add({amira}, ChildInNeedPlan{.referral = {}, .began = on(day), .ended = {}});
    }
    void meet(std::string_view day, std::string_view kind = "in_need_meeting") {
        Meeting meeting;
        meeting.kind.code = kind;
        meeting.held_at = When::day(on(day));
        council.add({amira}, meeting);
    }
    std::vector<record::DutyStanding> reviews(std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), council.seen(), council.seen().child(amira).value(), on(today));
        std::erase_if(all, [](const auto& one) { return one.duty->timescale->key != "in_need_review"; });
        std::ranges::sort(all, {}, [](const auto& one) { return one.step.number; });
        return all;
    }
    std::string hold(const std::string& kind, const std::string& fields) {
        const std::string day = "-day=3&DAY-month=3&DAY-year=2026&DAY-time=14%3A00";
        const auto on_the_third = [&](const std::string& name) {
            std::string text = name + day;
            for (std::size_t at = text.find("DAY"); at != std::string::npos; at = text.find("DAY")) text.replace(at, 3, name);
            return text;
        };
        const auto went =
            worker.post("/children/{id}/meeting", {{"id", amira.text()}},
                        VisitorForTests::form_from(0, "kind=" + kind + "&chaired_by=Tom+Reed&" + on_the_third("planned_for")));
        EXPECT_THAT(went, HasSubstr("went to /meetings/"));
        const std::string meeting = went.substr(went.find("/meetings/") + 10, 32);
        EXPECT_THAT(worker.post("/meetings/{id}/held", {{"id", meeting}},
                                VisitorForTests::form_from(1, "chaired_by=Tom+Reed&" + on_the_third("held_at") + fields)),
                    HasSubstr("went to"));
        return worker.get("/meetings/{id}", {{"id", meeting}});
    }
};

TEST_F(ChildInNeed, has_the_plan_reviewed_every_three_months) {
    plan_from("2025-11-30");
    EXPECT_EQ(reviews("2026-01-01").at(0).step.due, on("2026-02-28")) << "the month's last day, where it has no thirtieth";
    EXPECT_EQ(reviews("2026-02-28").at(0).step.state, State::due);
    EXPECT_EQ(reviews("2026-03-01").at(0).step.state, State::overdue);
    meet("2026-02-27", "core_group");
    EXPECT_EQ(reviews("2026-03-01").at(0).step.state, State::overdue) << "another meeting is none";
    meet("2026-02-28");
    EXPECT_EQ(reviews("2026-03-01").at(0).step.state, State::met_in_time);
    EXPECT_EQ(reviews("2026-03-01").at(1).step.due, on("2026-05-28"));
}

TEST_F(ChildInNeed, has_it_reviewed_at_the_interval_that_the_council_says_and_no_more_after_its_end) {
    const auto plan = plan_from("2028-02-01");
    council.add({}, record::LocalTimescale{
                        .timescale = "in_need_review", .from = on("2028-01-01"), .count = 4, .unit = {"weeks"}, .why = {}});
    EXPECT_EQ(reviews("2028-02-02").at(0).step.due, on("2028-02-29")) << "a leap day is a day";
    council.amend(plan, {amira}, ChildInNeedPlan{.referral = {}, .began = on("2028-02-01"), .ended = on("2028-02-20")});
    EXPECT_EQ(reviews("2028-03-05").at(0).step.state, State::ended);
}

TEST_F(ChildInNeed, is_reviewed_with_what_is_right_for_each) {
    record::plans::Plan plan;
    plan.kind.code = "in_need";
    plan.agreed_on = on("2026-03-01");
    council.add({amira}, plan);
    EXPECT_THAT(hold("in_need_meeting", "&" + record::input_about(amira, "in_need_review_outcome") + "=ends"),
                AllOf(HasSubstr("Nobody of the family is recorded as having been there."),
                      HasSubstr("child in need plan is still in force")));
}

TEST_F(ChildInNeed, has_the_familys_own_plan_in_its_own_words) {
    EXPECT_THAT(
        hold("family_group_meeting", "&plan=Nan+has+them+on+Fridays&accepted=yes"),
        AllOf(HasSubstr("Nan has them on Fridays"), HasSubstr("It is their meeting."), Not(HasSubstr("is not written down"))));
    EXPECT_THAT(hold("family_group_meeting", ""), HasSubstr("plan is not written down."));
}

}  // namespace
}  // namespace steadfast::practice
