#include "practice/catalogue_for_tests.hpp"
#include "practice/protection/child_protection_plan.hpp"
#include "practice/protection/meeting_rules.hpp"
#include "practice/protection/protection_plan_review.hpp"
#include "practice/protection/section47_enquiry.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/chronology.hpp"
#include "record/people/person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::input_about;
using record::pages::VisitorForTests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

void add_meeting_pages(record::Record& record, record::pages::PageParts& parts) {
    record::meetings::add_pages(record, parts);
    record::pages::add_draft_pages(record, parts);
    for (auto& rule : rules_of_protection_meetings()) parts.meeting_rules.push_back(std::move(rule));
}

class ProtectionMeeting : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    VisitorForTests worker{council, "social_worker", council.worker(), add_meeting_pages};
    ledger::SubjectId amira = child_called("Amira");
    ledger::SubjectId sam = child_called("Sam");

    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    void refer(ledger::SubjectId child) {
        const auto& type = *catalogue_for_tests().find("referral");
        record::Content content;
        content.values.resize(type.fields().size());
        record::set_by_key(type, content.values, "received_on", Date::of(2026, 2, 2).value());
        council.save({record::change_of(type, ledger::ItemId::random(), 0, {child}, content, council.worker())});
    }
    static std::string day(const std::string& name, int day, int month, const std::string& time = "") {
        return "&" + name + "-day=" + std::to_string(day) + "&" + name + "-month=" + std::to_string(month) + "&" + name + "-year=2026" + (time.empty() ? "" : "&" + name + "-time=" + time);
    }
    std::string plan_meeting(const std::string& kind, int on_day, int month) {
        const auto went = worker.post("/children/{id}/meeting", {{"id", amira.text()}},
                                      VisitorForTests::form_from(0, "kind=" + kind + day("planned_for", on_day, month, "14:00") + "&place=Room+2&chaired_by=Tom+Reed&what_for=We+are+worried&children=" + sam.text()));
        EXPECT_THAT(went, HasSubstr("went to /meetings/"));
        return went.substr(went.find("/meetings/") + 10, 32);
    }
    std::uint32_t version_of(const std::string& item) { return council.record().book()->find(ledger::ItemId::parse(item).value()).value().head().version; }
    std::string hold(const std::string& meeting, int on_day, int month, const std::string& more) {
        return worker.post("/meetings/{id}/held", {{"id", meeting}}, VisitorForTests::form_from(version_of(meeting), "chaired_by=Tom+Reed" + day("held_at", on_day, month, "14:00") + more));
    }
    std::string page(const std::string& meeting) { return worker.get("/meetings/{id}", {{"id", meeting}}); }
    static std::string says(ledger::SubjectId child, std::string_view field, const std::string& value) { return "&" + input_about(child, field) + "=" + value; }
    template <class T>
    std::vector<T> items_of(ledger::SubjectId child) {
        std::vector<T> all;
        const auto seen = council.seen();
        seen.each_about(seen.child(child).value(), [&](const record::Found& found) {
            if (&found.type() == &record::type_of<T>()) all.push_back(found.table->template item<T>(found.row));
        });
        return all;
    }
};

TEST_F(ProtectionMeeting, is_planned_for_several_and_tells_who_has_not_answered) {
    const auto meeting = plan_meeting("strategy_discussion", 4, 3);
    EXPECT_THAT(worker.post("/meetings/{id}/invitations", {{"id", meeting}}, VisitorForTests::form_from(0, "invite=person-" + amira.text() + "&who=DC+Jo+Hill&standing=professional&agency=police&capacity=Police")),
                HasSubstr("/meetings/" + meeting));
    EXPECT_THAT(page(meeting), AllOf(HasSubstr("For Amira Khan and Sam Khan. Wed 4 March 2026 at 14:00 (tomorrow)."), HasSubstr("DC Jo Hill"), HasSubstr("2 of 2 have not answered.")));
    EXPECT_THAT(worker.post("/meetings/{id}/invitations", {{"id", meeting}}, VisitorForTests::form_from(0, "who=")), HasSubstr("Tick somebody, or enter a name"));
}

TEST_F(ProtectionMeeting, keeps_what_was_typed_and_says_what_is_missing) {
    const auto again = worker.post("/children/{id}/meeting", {{"id", amira.text()}}, VisitorForTests::form_from(0, "what_for=Too+much+to+type+again"));
    EXPECT_THAT(again, AllOf(HasSubstr("href=\"#kind\""), HasSubstr("href=\"#planned_for-day\""), HasSubstr("Too much to type again</textarea>")));
}

TEST_F(ProtectionMeeting, strategy_discussion_begins_an_enquiry_for_each_child_for_whom_it_was_decided_and_once) {
    refer(amira);
    const auto meeting = plan_meeting("strategy_discussion", 3, 3);
    const std::string said = says(amira, "strategy_outcome", "enquiry_joint") + says(sam, "strategy_outcome", "nothing_further") + "&what_was_decided=Bruising";
    EXPECT_THAT(hold(meeting, 3, 3, said), HasSubstr("went to"));
    ASSERT_EQ(items_of<Section47Enquiry>(amira).size(), 1U);
    EXPECT_EQ(items_of<Section47Enquiry>(amira)[0].began, Date::of(2026, 3, 3));
    EXPECT_EQ(items_of<Section47Enquiry>(amira)[0].conference_due, Date::of(2026, 3, 24));
    EXPECT_TRUE(items_of<Section47Enquiry>(sam).empty());
    EXPECT_THAT(hold(meeting, 3, 3, said), HasSubstr("went to"));   // Its record is changed: nothing begins twice.
    EXPECT_EQ(items_of<Section47Enquiry>(amira).size(), 1U);
    EXPECT_THAT(page(meeting), AllOf(HasSubstr("Section 47 enquiry together with the police"), HasSubstr("Nobody from the police is recorded"), Not(HasSubstr("no open referral"))));
}

TEST_F(ProtectionMeeting, enquiry_begins_without_a_referral_and_the_page_says_what_the_census_lacks) {
    const auto meeting = plan_meeting("strategy_discussion", 3, 3);
    EXPECT_THAT(hold(meeting, 3, 3, says(amira, "strategy_outcome", "enquiry_single") + says(sam, "strategy_outcome", "assessment")), HasSubstr("went to"));
    EXPECT_EQ(items_of<Section47Enquiry>(amira).size(), 1U);
    EXPECT_THAT(page(meeting), HasSubstr("Amira Khan has no open referral"));
}

TEST_F(ProtectionMeeting, held_says_what_was_decided_for_each_child_and_never_tomorrow) {
    const auto meeting = plan_meeting("strategy_discussion", 3, 3);
    const auto again = hold(meeting, 4, 3, says(amira, "strategy_outcome", "assessment") + "&what_was_said=Long+talk");
    EXPECT_THAT(again, AllOf(HasSubstr("Held must be today or in the past"), HasSubstr("href=\"#" + input_about(sam, "strategy_outcome")), HasSubstr("Long talk</textarea>")));
    EXPECT_FALSE(council.record().book()->find(ledger::ItemId::parse(meeting).value()).value().happened_on());
}

TEST_F(ProtectionMeeting, initial_conference_needs_a_category_begins_the_plan_and_answers_the_enquiry) {
    refer(amira);
    hold(plan_meeting("strategy_discussion", 2, 3), 2, 3, says(amira, "strategy_outcome", "enquiry_joint") + says(sam, "strategy_outcome", "enquiry_joint"));
    const auto conference = plan_meeting("initial_conference", 3, 3);
    const std::string plan = says(amira, "initial_conference_outcome", "plan") + says(sam, "initial_conference_outcome", "no_plan");
    EXPECT_THAT(hold(conference, 3, 3, plan), HasSubstr("Choose the category of Amira Khan&#39;s plan"));
    EXPECT_TRUE(items_of<ChildProtectionPlan>(amira).empty());
    EXPECT_THAT(hold(conference, 3, 3, plan + says(amira, "initial_conference_category", "NEG")), HasSubstr("went to"));
    ASSERT_EQ(items_of<ChildProtectionPlan>(amira).size(), 1U);
    const auto begun = items_of<ChildProtectionPlan>(amira)[0];
    EXPECT_EQ(begun.began, Date::of(2026, 3, 3));
    EXPECT_EQ(begun.first_category.code, "NEG");
    EXPECT_EQ(begun.earlier_plans, 0);
    EXPECT_TRUE(items_of<ChildProtectionPlan>(sam).empty());
    EXPECT_EQ(items_of<Section47Enquiry>(amira)[0].conference_on, Date::of(2026, 3, 3));
    EXPECT_EQ(items_of<Section47Enquiry>(sam)[0].conference_on, Date::of(2026, 3, 3));
}

TEST_F(ProtectionMeeting, review_conference_is_counted_for_the_plan_in_force_and_ends_it_where_it_says_so) {
    const auto plan = council.add({amira}, [] {
        ChildProtectionPlan began;
        began.began = Date::of(2025, 12, 10);
        began.first_category.code = began.latest_category.code = "NEG";
        return began;
    }());
    const auto conference = plan_meeting("review_conference", 3, 3);
    EXPECT_THAT(hold(conference, 3, 3, says(amira, "review_conference_outcome", "ends") + says(sam, "review_conference_outcome", "goes_on")), HasSubstr("went to"));
    ASSERT_EQ(items_of<ProtectionPlanReview>(amira).size(), 1U);
    EXPECT_EQ(items_of<ProtectionPlanReview>(amira)[0].plan.item, plan);
    EXPECT_EQ(items_of<ChildProtectionPlan>(amira)[0].ended, Date::of(2026, 3, 3));
    EXPECT_TRUE(items_of<ProtectionPlanReview>(sam).empty());
    EXPECT_THAT(page(conference), HasSubstr("Sam Khan has no child protection plan in force."));
}

TEST_F(ProtectionMeeting, is_on_the_chronology_once_it_was_held_and_not_before) {
    const auto meeting = plan_meeting("core_group", 3, 3);
    const auto on_chronology = [&] {
        const auto seen = council.seen();
        std::size_t lines = 0;
        for (const auto& line : record::chronology_of(seen, seen.child(amira).value(), {}).lines) lines += line.item.text() == meeting ? 1 : 0;
        return lines;
    };
    EXPECT_EQ(on_chronology(), 0U);
    hold(meeting, 3, 3, "");
    EXPECT_EQ(on_chronology(), 1U);
}

TEST_F(ProtectionMeeting, called_off_says_why_and_can_take_place_after_all) {
    const auto meeting = plan_meeting("core_group", 5, 3);
    EXPECT_THAT(worker.post("/meetings/{id}/call-off", {{"id", meeting}}, VisitorForTests::form_from(0, "called_off_because=")), HasSubstr("Enter why it was called off"));
    worker.post("/meetings/{id}/call-off", {{"id", meeting}}, VisitorForTests::form_from(0, "called_off_because=Snow"));
    EXPECT_THAT(page(meeting), HasSubstr("Snow"));
    EXPECT_THAT(hold(meeting, 3, 3, ""), HasSubstr("refused: This meeting was called off."));
    worker.post("/meetings/{id}/takes-place", {{"id", meeting}}, VisitorForTests::form_from(0, ""));
    EXPECT_THAT(hold(meeting, 3, 3, ""), HasSubstr("went to"));
}

TEST_F(ProtectionMeeting, invitation_keeps_its_answer_and_the_day_of_it_and_comes_off_the_list) {
    const auto meeting = plan_meeting("core_group", 5, 3);
    worker.post("/meetings/{id}/invitations", {{"id", meeting}}, VisitorForTests::form_from(0, "who=Ms+Hope&standing=professional&agency=school&capacity=Class+teacher"));
    const auto shown = page(meeting);
    const auto at = shown.find("/invitations/");
    ASSERT_NE(at, std::string::npos);
    const std::string invitation = shown.substr(shown.find("href=\"/invitations/") + 19, 32);
    EXPECT_THAT(worker.post("/invitations/{id}", {{"id", invitation}}, VisitorForTests::form_from(0, "answer=report&answer_words=On+a+trip&capacity=Class+teacher")), HasSubstr("/meetings/" + meeting));
    EXPECT_THAT(page(meeting), HasSubstr("Sends a report instead: On a trip"));
    const auto found = council.record().book()->find(ledger::ItemId::parse(invitation).value()).value();
    EXPECT_EQ(found.table->item<record::meetings::Invitation>(found.row).answered_on, Date::of(2026, 3, 3));
    worker.post("/invitations/{id}/remove", {{"id", invitation}}, VisitorForTests::form_from(0, ""));
    EXPECT_THAT(page(meeting), Not(HasSubstr("Ms Hope")));
}

TEST_F(ProtectionMeeting, print_holds_the_parts_of_the_chosen_children_alone) {
    const auto meeting = plan_meeting("strategy_discussion", 3, 3);
    hold(meeting, 3, 3,
         says(amira, "strategy_outcome", "assessment") + says(amira, "about_this_child", "Amira+is+tired") + says(sam, "strategy_outcome", "nothing_further") + says(sam, "about_this_child", "Sam+sings") + "&what_was_decided=We+wait");
    const std::string form = "recipient=Ms+Hope&capacity=Teacher&what=record&ring=Tom&about=" + amira.text();
    EXPECT_THAT(worker.post("/meetings/{id}/print", {{"id", meeting}}, VisitorForTests::form_from(0, form)),
                AllOf(HasSubstr("This is for Ms Hope."), HasSubstr("Amira is tired"), HasSubstr("We wait"), Not(HasSubstr("Sam sings"))));
    EXPECT_THAT(worker.post("/meetings/{id}/print", {{"id", meeting}}, VisitorForTests::form_from(0, "what=record&about=" + amira.text())), HasSubstr("Enter who it is for"));
}

}  // namespace
}  // namespace steadfast::practice
