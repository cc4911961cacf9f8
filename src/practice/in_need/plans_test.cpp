#include "practice/catalogue_for_tests.hpp"
#include "practice/in_need/child_in_need_plan.hpp"
#include "practice/in_need/plan_rule.hpp"
#include "practice/slices.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"
#include "record/plans/plan_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::pages::VisitorForTests;
using record::plans::OpenPlan;
using record::plans::Plan;
using record::plans::PlanAction;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    record::plans::add_pages(record, parts);
    record::pages::add_draft_pages(record, parts);
    parts.plan_rules.push_back(rule_of_child_in_need_plans(record));
    parts.caseload_days.push_back({.key = "seen",
                                   .words = "Last seen",
                                   .when_never = "Not recorded",
                                   .of = [](const auto&, const record::SeenChild& child) -> std::optional<Date> {
                                       return child.person.given_name == "Amira" ? Date::of(2026, 3, 1) : std::nullopt;
                                   }});
}

class PlanWithAFamily : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    VisitorForTests worker{council, "social_worker", council.worker(), add_pages, &all_duties()};
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
    static std::string day(std::string_view name, int day, int month) {
        return "&" + std::string(name) + "-day=" + std::to_string(day) + "&" + std::string(name) +
               "-month=" + std::to_string(month) + "&" + std::string(name) + "-year=2026";
    }
    std::string whole_form(const std::string& kind = "in_need") const {
        return "kind=" + kind + day("agreed_on", 3, 3) + day("review_by", 3, 6) +
               "&must_be_different=Somebody+sober+is+there+every+night&worries=Drinking&children=" + sam.text() + "&" +
               record::input_about(amira, "child_words") + "=I+hide+upstairs&" + record::input_about(sam, "child_words") +
               "=I+like+Nan";
    }
    static std::string id_in(const std::string& went, const std::string& path) {
        const auto at = went.find(path);
        return at == std::string::npos ? "" : went.substr(at + path.size(), 32);
    }
    /// A plan about both, saved; its address's id.
    std::string write(const std::string& form) {
        const auto went = worker.post("/children/{id}/plan", {{"id", amira.text()}}, VisitorForTests::form_from(0, form));
        EXPECT_THAT(went, HasSubstr("went to /plans/"));
        return id_in(went, "/plans/");
    }
    std::string write() { return write(whole_form()); }
    std::string add(const std::string& plan, const std::string& action, const std::string& more) {
        const auto went =
            worker.post("/plans/{id}/actions", {{"id", plan}},
                        VisitorForTests::form_from(0, "outcome=Calm+nights&action=" + action + "&for=" + amira.text() + more));
        EXPECT_THAT(went, HasSubstr("after="));
        return id_in(went, "after=");
    }
    std::string page(const std::string& plan) { return worker.get("/plans/{id}", {{"id", plan}}); }
    OpenPlan opened(const std::string& plan) {
        return record::plans::open_plan(council.record(), council.seen(), ledger::ItemId::parse(plan).value()).value();
    }
    PlanAction action(const std::string& id) {
        const auto found = council.record().book()->find(ledger::ItemId::parse(id).value()).value();
        return found.table->item<PlanAction>(found.row);
    }
    std::vector<ChildInNeedPlan> times(ledger::SubjectId child) {
        std::vector<ChildInNeedPlan> all;
        const auto seen = council.seen();
        seen.each_about(seen.child(child).value(), [&](const record::Found& found) {
            if (&found.type() == &record::type_of<ChildInNeedPlan>())
                all.push_back(found.table->item<ChildInNeedPlan>(found.row));
        });
        return all;
    }
    std::string end(const std::string& plan, const std::string& more) {
        return worker.post("/plans/{id}/end", {{"id", plan}},
                           VisitorForTests::form_from(opened(plan).version, "ended_because=reached" + more));
    }
};

TEST_F(PlanWithAFamily, is_written_once_for_several_children_with_the_words_of_each_first) {
    const auto form = worker.get("/children/{id}/plan", {{"id", amira.text()}});
    EXPECT_THAT(form, AllOf(HasSubstr("What has to be different"), HasSubstr("This will be in the file of Amira Khan.")));
    const auto shown = page(write());
    EXPECT_THAT(shown,
                AllOf(HasSubstr("I hide upstairs"), HasSubstr("I like Nan"), HasSubstr("Somebody sober is there every night")));
    EXPECT_LT(shown.find("I hide upstairs"), shown.find("Somebody sober"));
    EXPECT_THAT(shown, HasSubstr("Review by Wed 3 June 2026"));
}

TEST_F(PlanWithAFamily, keeps_what_was_typed_and_says_what_is_missing) {
    const auto again = worker.post("/children/{id}/plan", {{"id", amira.text()}},
                                   VisitorForTests::form_from(0, "kind=in_need&worries=Too+much+to+type+again"));
    EXPECT_THAT(again, AllOf(HasSubstr("href=\"#must_be_different\""), HasSubstr("href=\"#agreed_on-day\""),
                             HasSubstr("Too much to type again</textarea>")));
}

TEST_F(PlanWithAFamily, is_saved_once_when_its_button_is_pressed_twice) {
    const auto form = VisitorForTests::form_from(0, whole_form());
    const auto first = worker.post("/children/{id}/plan", {{"id", amira.text()}}, form);
    const auto second = worker.post("/children/{id}/plan", {{"id", amira.text()}}, form);
    EXPECT_EQ(id_in(first, "/plans/"), id_in(second, "/plans/"));
    EXPECT_EQ(record::plans::plans_of(council.seen(), council.seen().child(amira).value()).size(), 1U);
}

TEST_F(PlanWithAFamily, has_actions_of_its_own_said_late_in_words_and_owed_by_somebody) {
    const auto plan = write();
    EXPECT_THAT(worker.post("/plans/{id}/actions", {{"id", plan}}, VisitorForTests::form_from(0, "action=Typed+already")),
                AllOf(HasSubstr("value=\"Typed already\""), HasSubstr("Enter what will be different"),
                      HasSubstr("Choose who does it"), HasSubstr("Tick for whom it is"), HasSubstr("href=\"#by_day-day\"")));
    add(plan, "Go+to+the+group", "&who=Mum" + day("by_day", 10, 3));
    const auto mine = add(plan, "Ring+the+GP", "&owner=" + council.worker().text() + day("by_day", 9, 3));
    council.put_clock("2026-03-11");
    EXPECT_THAT(page(plan), AllOf(HasSubstr("Mum"), HasSubstr("by Tue 10 March 2026, 1 day late"),
                                  HasSubstr("by Mon 9 March 2026, 2 days late"), HasSubstr("for Amira Khan")));
    const auto owned = record::plans::owned_by(council.seen(), council.worker());
    ASSERT_EQ(owned.size(), 1U);
    EXPECT_EQ(owned.front().id.text(), mine);
    EXPECT_EQ(owned.front().action.promised_on, Date::of(2026, 3, 3));
}

TEST_F(PlanWithAFamily, has_an_action_done_with_how_it_went_and_undone_again) {
    const auto plan = write();
    const auto id = add(plan, "Ring+the+GP", "&owner=" + council.worker().text() + day("by_day", 9, 3));
    EXPECT_THAT(
        worker.post("/actions/{id}/done", {{"id", id}}, VisitorForTests::form_from(0, "how_it_went=x" + day("done_on", 4, 3))),
        HasSubstr("must be today or in the past"));
    EXPECT_EQ(worker.post("/actions/{id}/done", {{"id", id}},
                          VisitorForTests::form_from(0, "how_it_went=She+was+glad" + day("done_on", 2, 3))),
              "went to /plans/" + plan + "?done=" + id);
    EXPECT_EQ(action(id).done_on, Date::of(2026, 3, 2));
    EXPECT_THAT(worker.get("/plans/{id}", {{"id", plan}}, "done=" + id), AllOf(HasSubstr("Undo"), HasSubstr("She was glad")));
    EXPECT_TRUE(record::plans::owned_by(council.seen(), council.worker()).empty());
    EXPECT_EQ(worker.post("/actions/{id}/reopen", {{"id", id}}, VisitorForTests::form_from(0, "")), "went to /plans/" + plan);
    EXPECT_TRUE(action(id).is_open());
    EXPECT_THAT(page(plan), Not(HasSubstr("She was glad")));
}

TEST_F(PlanWithAFamily, has_an_action_done_today_by_the_one_button_of_the_first_page) {
    const auto id = add(write(), "Ring+the+GP", "&owner=" + council.worker().text() + day("by_day", 9, 3));
    EXPECT_EQ(worker.post("/actions/{id}/done", {{"id", id}}, VisitorForTests::form_from(0, "to=home")), "went to /?done=" + id);
    EXPECT_EQ(action(id).done_on, Date::of(2026, 3, 3));
}

TEST_F(PlanWithAFamily, drops_an_action_only_with_a_reason) {
    const auto id = add(write(), "Ring+the+GP", "&who=Mum" + day("by_day", 9, 3));
    EXPECT_THAT(worker.post("/actions/{id}/drop", {{"id", id}}, VisitorForTests::form_from(0, "")),
                HasSubstr("Enter why it will not be done"));
    EXPECT_TRUE(action(id).is_open());
    EXPECT_THAT(
        worker.post("/actions/{id}/drop", {{"id", id}}, VisitorForTests::form_from(0, "dropped_because=The+group+closed")),
        HasSubstr("went to"));
    EXPECT_EQ(action(id).dropped_because, "The group closed");
}

TEST_F(PlanWithAFamily, changes_an_action_and_for_whom_it_is) {
    const auto plan = write();
    const auto id = add(plan, "Ring+the+GP", "&who=Mum" + day("by_day", 9, 3));
    EXPECT_THAT(worker.get("/actions/{id}/change", {{"id", id}}), HasSubstr("value=\"Ring the GP\""));
    EXPECT_THAT(worker.post("/actions/{id}/change", {{"id", id}},
                            VisitorForTests::form_from(0, "same_outcome=Calm+nights&action=See+the+GP&who=Dad&for=" + sam.text() +
                                                              day("by_day", 12, 3))),
                HasSubstr("went to"));
    EXPECT_EQ(action(id).who, "Dad");
    EXPECT_EQ(action(id).outcome, "Calm nights");
    EXPECT_EQ(opened(plan).actions.front().children.front().id, sam);
    EXPECT_TRUE(
        record::plans::open_actions_of(council.seen(), council.seen().child(amira).value(), ledger::ItemId::parse(plan).value())
            .empty());
}

TEST_F(PlanWithAFamily, begins_the_time_that_the_census_counts_where_none_is_open_and_a_referral_is) {
    refer(amira);
    const auto plan = write();
    ASSERT_EQ(times(amira).size(), 1U);
    EXPECT_EQ(times(amira).front().began, Date::of(2026, 3, 3));
    EXPECT_TRUE(times(sam).empty());
    EXPECT_THAT(page(plan), AllOf(HasSubstr("Sam Khan has no open referral"), Not(HasSubstr("Amira Khan has no open referral"))));
    write();
    EXPECT_EQ(times(amira).size(), 1U) << "one is open already";
}

TEST_F(PlanWithAFamily, of_another_kind_begins_no_child_in_need_plan) {
    refer(amira);
    write(whole_form("early_help"));
    EXPECT_TRUE(times(amira).empty());
}

TEST_F(PlanWithAFamily, carries_what_is_not_done_into_the_next_plan_without_retyping) {
    refer(amira);
    const auto plan = write();
    const auto goes_on = add(plan, "Ring+the+GP", "&who=Mum" + day("by_day", 9, 3));
    const auto dropped = add(plan, "Buy+a+lock", "&who=Dad" + day("by_day", 9, 3));
    const auto done = add(plan, "Tell+school", "&who=Mum" + day("by_day", 9, 3));
    worker.post("/actions/{id}/done", {{"id", done}}, VisitorForTests::form_from(0, day("done_on", 3, 3)));
    council.put_clock("2026-05-20");
    EXPECT_THAT(worker.get("/plans/{id}/review", {{"id", plan}}),
                AllOf(HasSubstr("Ring the GP"), HasSubstr("Drinking</textarea>"), Not(HasSubstr("Tell school")),
                      Not(HasSubstr("I hide upstairs"))));
    const auto went = worker.post("/plans/{id}/review", {{"id", plan}},
                                  VisitorForTests::form_from(0, "kind=in_need" + day("agreed_on", 20, 5) +
                                                                    "&must_be_different=It+stays+so&children=" + sam.text() +
                                                                    "&carry=" + goes_on + "&dropped_because=Not+needed"));
    const auto next = id_in(went, "/plans/");
    EXPECT_FALSE(opened(plan).shared.is_in_force());
    EXPECT_EQ(opened(plan).shared.ended_because.code, "next_plan");
    EXPECT_EQ(opened(plan).next.text(), next);
    EXPECT_EQ(action(goes_on).plan.item.text(), next);
    EXPECT_EQ(action(goes_on).promised_in.item.text(), plan);
    EXPECT_EQ(action(dropped).dropped_because, "Not needed");
    EXPECT_EQ(action(done).plan.item.text(), plan);
    ASSERT_EQ(opened(plan).carried.size(), 1U);
    EXPECT_THAT(page(plan), HasSubstr("Carried over to the next plan"));
    EXPECT_THAT(page(next), HasSubstr("by Mon 9 March 2026, 72 days late"));
    ASSERT_EQ(times(amira).size(), 1U);
    EXPECT_FALSE(times(amira).front().ended) << "the help goes on";
}

TEST_F(PlanWithAFamily, ends_the_time_that_counts_where_the_next_plan_is_of_another_kind) {
    refer(amira);
    const auto plan = write();
    worker.post("/plans/{id}/review", {{"id", plan}},
                VisitorForTests::form_from(
                    0, "kind=early_help" + day("agreed_on", 3, 3) + "&must_be_different=Less+help&children=" + sam.text()));
    ASSERT_EQ(times(amira).size(), 1U);
    EXPECT_EQ(times(amira).front().ended, Date::of(2026, 3, 3));
}

TEST_F(PlanWithAFamily, ends_with_a_reason_and_a_last_sight_of_each_child_that_blocks_nothing) {
    refer(amira);
    const auto plan = write();
    const auto open = add(plan, "Ring+the+GP", "&who=Mum" + day("by_day", 9, 3));
    council.put_clock("2026-03-20");
    const auto form = worker.get("/plans/{id}/end", {{"id", plan}});
    EXPECT_THAT(form, AllOf(HasSubstr("Amira Khan was last seen Sun 1 March 2026"),
                            HasSubstr("No visit on record says that Sam Khan was seen."), HasSubstr("Why Sam Khan was not seen"),
                            Not(HasSubstr("Why Amira Khan was not seen")), HasSubstr("Ring the GP")));
    EXPECT_THAT(
        worker.post("/plans/{id}/end", {{"id", plan}}, VisitorForTests::form_from(opened(plan).version, day("ended", 20, 3))),
        HasSubstr("Choose why it ended"));
    EXPECT_THAT(end(plan, day("ended", 20, 3)), HasSubstr("went to"));
    EXPECT_EQ(opened(plan).shared.ended, Date::of(2026, 3, 20));
    EXPECT_EQ(opened(plan).children.front().part.last_seen_on, Date::of(2026, 3, 1));
    EXPECT_EQ(opened(plan).children.front().part.child_words.text, "I hide upstairs");
    EXPECT_EQ(action(open).dropped_because, "Not done when the plan ended");
    EXPECT_EQ(times(amira).front().ended, Date::of(2026, 3, 20));
    EXPECT_THAT(end(plan, day("ended", 20, 3)), HasSubstr("refused: This plan has ended"));
}

TEST_F(PlanWithAFamily, asks_why_a_child_was_not_seen_by_the_interval_that_the_council_says) {
    const auto plan = write();
    council.put_clock("2026-03-20");
    const auto form = [&] { return worker.get("/plans/{id}/end", {{"id", plan}}); };
    EXPECT_THAT(form(), AllOf(HasSubstr("seen every 4 weeks"), Not(HasSubstr("Why Amira Khan was not seen"))));
    council.add({}, record::LocalTimescale{.timescale = "in_need_visit", .from = Date::of(2026, 3, 1), .count = 10, .unit = {"working_days"}, .why = {}});
    EXPECT_THAT(form(), AllOf(HasSubstr("seen every 10 working days"), HasSubstr("Why Amira Khan was not seen")));
    council.put_clock("2026-03-13");   // Seen on Sunday 1 March: the tenth working day after it.
    EXPECT_THAT(form(), Not(HasSubstr("Why Amira Khan was not seen")));
    council.put_clock("2026-03-14");
    EXPECT_THAT(form(), HasSubstr("Why Amira Khan was not seen"));
}

TEST_F(PlanWithAFamily, goes_on_counting_where_the_child_has_another_of_the_kind) {
    refer(amira);
    const auto plan = write();
    write();
    EXPECT_THAT(end(plan, day("ended", 3, 3)), HasSubstr("went to"));
    EXPECT_FALSE(times(amira).front().ended);
}

TEST_F(PlanWithAFamily, shows_both_texts_where_two_changed_the_same_words_and_keeps_what_only_one_changed) {
    const auto plan = write();
    const auto stale = opened(plan).version;
    EXPECT_THAT(worker.post("/plans/{id}/change", {{"id", plan}},
                            VisitorForTests::form_from(stale, whole_form() + "&going_well=Theirs&if_not_better=A+conference")),
                HasSubstr("went to"));
    const std::string typed = VisitorForTests::form_from(stale, whole_form() + "&going_well=Mine");
    const auto asks = worker.post("/plans/{id}/change", {{"id", plan}}, typed);
    EXPECT_THAT(asks, AllOf(HasSubstr("saved this while you were writing"), HasSubstr("Theirs</div>"), HasSubstr("Mine</div>"),
                            HasSubstr("alone changed stays: What happens if it does not get better.")));
    EXPECT_EQ(opened(plan).version, stale + 1) << "nothing is saved before somebody has chosen";
    const std::string chosen = typed + "&merged_with=" + std::to_string(stale + 1) + "&choose-going_well=mine";
    ASSERT_THAT(worker.post("/plans/{id}/change", {{"id", plan}}, chosen), HasSubstr("went to /plans/"));
    EXPECT_EQ(opened(plan).shared.going_well.text, "Mine");
    EXPECT_EQ(opened(plan).shared.if_not_better.text, "A conference");
}

TEST_F(PlanWithAFamily, is_printed_for_somebody_named_and_about_those_children_alone_whom_they_may_read_of) {
    const auto plan = write();
    add(plan, "Go+to+the+group", "&who=Mum" + day("by_day", 10, 3));
    EXPECT_THAT(worker.post("/plans/{id}/print", {{"id", plan}}, "about=" + sam.text()), HasSubstr("Enter who it is for"));
    const auto for_school =
        worker.post("/plans/{id}/print", {{"id", plan}}, "recipient=Ashcombe+School&ring=Tom+Reed&about=" + sam.text());
    EXPECT_THAT(for_school, AllOf(HasSubstr("For Ashcombe School."), HasSubstr("I like Nan"), HasSubstr("Tom Reed"),
                                  Not(HasSubstr("I hide upstairs")), Not(HasSubstr("Go to the group"))));
    const auto for_mother = worker.post("/plans/{id}/print", {{"id", plan}},
                                        "recipient=Leila+Khan&capacity=mother&about=" + sam.text() + "&about=" + amira.text());
    EXPECT_THAT(for_mother, AllOf(HasSubstr("For Leila Khan (mother)."), HasSubstr("I hide upstairs"),
                                  HasSubstr("Go to the group"), HasSubstr("By Tue 10 March 2026.")));
}

TEST_F(PlanWithAFamily, takes_its_actions_along_when_it_is_taken_off_the_record) {
    const auto plan = write();
    const auto first = add(plan, "Ring+Nan", "&who=Mum" + day("by_day", 9, 3));
    const auto second = add(plan, "See+the+nurse", "&who=Mum" + day("by_day", 9, 3));
    EXPECT_THAT(worker.get("/items/{id}/withdraw", {{"id", plan}}),
                AllOf(HasSubstr("Take its 2 actions along"), HasSubstr("checked")));
    worker.post("/items/{id}/withdraw", {{"id", plan}},
                VisitorForTests::form_from(opened(plan).version, "because=Another+family&with_actions=yes"));
    for (const auto& id : {plan, first, second})
        EXPECT_TRUE(council.record().book()->find(ledger::ItemId::parse(id).value())->head().has(record::RowHead::withdrawn))
            << id;
}

TEST_F(PlanWithAFamily, takes_its_actions_along_to_the_right_child) {
    const auto leila = child_called("Leila");
    const auto plan = write();
    const auto action = add(plan, "Ring+Nan", "&who=Mum" + day("by_day", 9, 3));
    const std::string right = "find_child=leila&wrong=" + amira.text() + "&right=" + leila.text();
    EXPECT_THAT(
        worker.post("/items/{id}/move", {{"id", plan}}, VisitorForTests::form_from(opened(plan).version, "find_child=leila")),
        HasSubstr("Take its 1 action along"));
    worker.post("/items/{id}/move", {{"id", plan}},
                VisitorForTests::form_from(opened(plan).version, right + "&move=yes&because=Same+name&with_actions=yes"));
    const auto found = council.record().book()->find(ledger::ItemId::parse(action).value()).value();
    EXPECT_THAT(council.record().book()->subjects(found), testing::ElementsAre(leila));
}

TEST_F(PlanWithAFamily, leaves_its_actions_where_they_are_if_somebody_wants_so) {
    const auto plan = write();
    const auto action = add(plan, "Ring+Nan", "&who=Mum" + day("by_day", 9, 3));
    worker.post("/items/{id}/withdraw", {{"id", plan}},
                VisitorForTests::form_from(opened(plan).version, "because=Another+family"));
    EXPECT_FALSE(council.record().book()->find(ledger::ItemId::parse(action).value())->head().has(record::RowHead::withdrawn));
}

TEST_F(PlanWithAFamily, is_changed_by_no_form_of_the_generic_pages) {
    EXPECT_THAT(worker.get("/items/{id}/change", {{"id", write()}}), HasSubstr("refused"));
}

}  // namespace
}  // namespace steadfast::practice
