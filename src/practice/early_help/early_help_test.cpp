#include "practice/early_help/early_help_pages.hpp"
#include "practice/early_help/early_help_review.hpp"
#include "practice/early_help/timescales.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/item/by_key.hpp"
#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/meetings/meeting_pages.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"
#include "record/plans/plan_pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace steadfast::practice {
namespace {

using record::type_of;
using record::pages::VisitorForTests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(EarlyHelpItems, go_to_the_ledger_and_back_unchanged) {
    record::expect_there_and_back<EarlyHelp>();
    record::expect_there_and_back<FamilyAssessment>();
    record::expect_there_and_back<EarlyHelpOversight>();
    record::expect_there_and_back<EarlyHelpReview>();
}

void add_all_pages(record::Record& record, record::pages::PageParts& parts) {
    add_early_help_pages(record, parts);
    record::plans::add_pages(record, parts);
    record::meetings::add_pages(record, parts);
    parts.meeting_rules.push_back(rule_of_teams_around_families());
}

class HelpToAFamily : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};   // A Tuesday.
    VisitorForTests social_worker{council, "social_worker", council.worker(), add_all_pages, &all_duties()};
    VisitorForTests family_worker{council, "family_support_worker", ledger::WorkerId::random(), add_all_pages, &all_duties()};
    VisitorForTests analyst{council, "analyst", ledger::WorkerId::random(), add_all_pages, &all_duties()};
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
    static std::string day(const std::string& name, int day, int month) {
        return "&" + name + "-day=" + std::to_string(day) + "&" + name + "-month=" + std::to_string(month) + "&" + name +
               "-year=2026";
    }
    static std::string id_in(const std::string& went, const std::string& after) {
        EXPECT_THAT(went, HasSubstr("went to " + after));
        const auto at = went.find(after);
        return at == std::string::npos ? std::string(32, '0') : went.substr(at + after.size(), 32);
    }
    std::string begin(const std::string& fields = "") {
        return id_in(social_worker.post("/children/{id}/early-help/begin", {{"id", amira.text()}},
                                        VisitorForTests::form_from(0, "kind=early_help&why=Mornings+are+hard&children=" +
                                                                          sam.text() + day("began", 3, 3) + fields)),
                     "/early-help/");
    }
    std::string page(const std::string& id) { return social_worker.get("/early-help/{id}", {{"id", id}}); }
    EarlyHelp help(const std::string& id) {
        return early_help_seen(council.record(), council.seen(), ledger::ItemId::parse(id).value()).value().help;
    }
    std::vector<record::Found> of_type(ledger::SubjectId child, std::string_view key) {
        kept_.push_back(council.record().book());
        const auto seen = council.seen(kept_.back());
        std::vector<record::Found> all;
        seen.each_about(seen.child(child).value(), [&](const record::Found& found) {
            if (found.type().key() == key) all.push_back(found);
        });
        return all;
    }
    /// A contact as the front door leaves it.
    ledger::ItemId contact(std::string_view decision, bool stays_unnamed = false) {
        const record::ItemType& type = *catalogue_for_tests().find("contact");
        record::Content content;
        content.values.resize(type.fields().size());
        const auto set = [&](std::string_view key, record::Value value) {
            record::set_by_key(type, content.values, key, std::move(value));
        };
        set("received", When::day(on("2026-03-02")));
        set("who_contacted", std::string("2A"));
        set("agency", std::string("Hill School"));
        set("stays_unnamed", stays_unnamed);
        set("worries", std::string("Late every day, and hungry"));
        set("child_says", std::string("There was no bread"));
        set("consent", std::string("given"));
        set("decision", std::string(decision));
        set("decision_why", std::string("The school can help, with somebody who comes in the mornings"));
        set("decided_by", ledger::ItemId(council.worker().bytes()));
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(type, item, 0, {amira, sam}, content, council.worker())});
        return item;
    }
    std::string begin_from(ledger::ItemId contact) {
        return social_worker.post("/contacts/{id}/early-help", {{"id", contact.text()}}, VisitorForTests::form_from(0, ""));
    }
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), council.seen(), council.seen().child(amira).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        std::ranges::sort(all, {}, [](const auto& one) { return one.step.number; });
        return all;
    }
    std::vector<std::shared_ptr<const record::Book>> kept_;
};

TEST_F(HelpToAFamily, begins_by_one_press_with_what_the_contact_says) {
    const auto from = contact("early_help");
    const auto id = id_in(begin_from(from), "/early-help/");
    EXPECT_THAT(page(id),
                AllOf(HasSubstr("Late every day, and hungry"), HasSubstr("There was no bread"), HasSubstr("School, Hill School"),
                      HasSubstr("Amira Khan</a> and "), HasSubstr("Nobody leads it yet"),
                      Not(HasSubstr("No qualified social worker looks over it yet."))));
    EXPECT_EQ(help(id).contact.item, from);
    EXPECT_TRUE(help(id).agreed.is("agreed"));
    EXPECT_EQ(help(id).overseen_by.item, ledger::ItemId(council.worker().bytes()))
        << "whoever decided looks over it until somebody says otherwise";
    EXPECT_EQ(begin_from(from), "went to /early-help/" + id) << "a second press begins nothing twice";
}

TEST_F(HelpToAFamily, never_names_whoever_wants_to_stay_unnamed_to_the_family) {
    const auto id = id_in(begin_from(contact("early_help", true)), "/early-help/");
    EXPECT_THAT(page(id), AllOf(HasSubstr("Late every day"), Not(HasSubstr("Hill School"))));
}

TEST_F(HelpToAFamily, begins_from_no_contact_that_was_decided_otherwise) {
    EXPECT_THAT(begin_from(contact("advice")), HasSubstr("refused: This contact was not decided as early help"));
    EXPECT_TRUE(of_type(amira, "early_help").empty());
}

TEST_F(HelpToAFamily, is_led_by_somebody_who_works_elsewhere) {
    const auto id = begin("&led_by=Ms+Okafor,+learning+mentor&lead_agency=school");
    EXPECT_THAT(page(id), HasSubstr("Ms Okafor, learning mentor (School or college)"));
    EXPECT_TRUE(help(id).lead.item.is_none());
}

TEST_F(HelpToAFamily, is_not_looked_over_by_whoever_leads_it) {
    const record::Worker tom{.name = "Tom Reed", .sign_in_name = "tom.reed", .works_as = {"social_worker"}, .left = {}};
    const auto item = ledger::ItemId::random();
    council.save({record::change_of(tom, item, 0, {}, council.worker())});
    const auto asks = social_worker.post(
        "/children/{id}/early-help/begin", {{"id", amira.text()}},
        VisitorForTests::form_from(0, "kind=early_help&why=Mornings&led_by=Tom+Reed&overseen_by=tom.reed" + day("began", 3, 3)));
    EXPECT_THAT(asks, AllOf(HasSubstr("Choose somebody else"), HasSubstr("Mornings</textarea>")));
    const auto id = begin("&led_by=Tom+Reed");
    EXPECT_EQ(help(id).lead.item, item);
    VisitorForTests as_tom{council, "social_worker", ledger::WorkerId(item.bytes()), add_all_pages, &all_duties()};
    EXPECT_THAT(as_tom.get("/early-help/{id}", {{"id", id}}), Not(HasSubstr("Record that you looked over it")));
    EXPECT_THAT(as_tom.post("/early-help/{id}/oversight", {{"id", id}}, VisitorForTests::form_from(0, "found=right")),
                HasSubstr("refused: You lead this help"));
    EXPECT_THAT(family_worker.post("/early-help/{id}/oversight", {{"id", id}}, VisitorForTests::form_from(0, "found=right")),
                HasSubstr("refused"));
    EXPECT_THAT(social_worker.post("/early-help/{id}/oversight", {{"id", id}}, VisitorForTests::form_from(0, "")),
                HasSubstr("Choose what you found"));
    EXPECT_THAT(social_worker.post("/early-help/{id}/oversight", {{"id", id}},
                                   VisitorForTests::form_from(0, "found=change_plan&words=More+in+the+mornings")),
                HasSubstr("went to"));
    EXPECT_THAT(page(id), HasSubstr("The right help, and the plan has to change"));
}

TEST_F(HelpToAFamily, has_an_assessment_that_begins_with_what_is_known) {
    const auto id = begin("&known=Seen+by+the+nurse&" + record::input_about(amira, "child_words") + "=I+like+Nan");
    const auto press = [&] {
        return family_worker.post("/early-help/{id}/assessment", {{"id", id}}, VisitorForTests::form_from(0, ""));
    };
    const auto assessment = id_in(press(), "/items/");
    EXPECT_THAT(family_worker.get("/items/{id}/change", {{"id", assessment}}),
                AllOf(HasSubstr("Mornings are hard"), HasSubstr("Seen by the nurse"), HasSubstr("I like Nan</textarea>")));
    EXPECT_EQ(press(), "went to /items/" + assessment + "/change") << "a second press goes on with the first";
    EXPECT_THAT(page(id), HasSubstr("not finished"));
}

TEST_F(HelpToAFamily, shows_both_texts_where_two_changed_it) {
    const auto id = begin();
    const auto change = [&](const std::string& fields) {
        return social_worker.post("/early-help/{id}/change", {{"id", id}},
                                  VisitorForTests::form_from(1, "kind=early_help" + day("began", 3, 3) + fields));
    };
    EXPECT_THAT(change("&why=Theirs"), HasSubstr("went to"));
    EXPECT_THAT(change("&why=Mine"), AllOf(HasSubstr("Theirs</div>"), HasSubstr("Mine</div>")));
}

TEST_F(HelpToAFamily, steps_up_to_a_referral_for_whoever_has_none_and_ends_with_its_summary) {
    const auto id = begin("&led_by=Ms+Okafor");
    EXPECT_THAT(social_worker.get("/early-help/{id}/step-up", {{"id", id}}),
                AllOf(HasSubstr("Mornings are hard"), HasSubstr("Ms Okafor")));
    EXPECT_THAT(social_worker.post("/early-help/{id}/step-up", {{"id", id}}, VisitorForTests::form_from(0, "")),
                AllOf(HasSubstr("Choose the children who need more"), HasSubstr("Enter why they need more")));
    EXPECT_THAT(social_worker.post("/early-help/{id}/step-up", {{"id", id}},
                                   VisitorForTests::form_from(
                                       0, "child=" + amira.text() + "&why=Hit+at+home&summary=Nan+helps&primary_need=N1")),
                HasSubstr("went to /early-help/"));
    ASSERT_EQ(of_type(amira, "referral").size(), 1U);
    const auto referral = of_type(amira, "referral").front();
    EXPECT_EQ(record::day_by_key(referral, "received_on"), on("2026-03-03"));
    EXPECT_EQ(record::value_by_key(referral, "who_referred"), record::Value(std::string("5D")));
    EXPECT_EQ(record::value_by_key(referral, "primary_need"), record::Value(std::string("N1")));
    EXPECT_TRUE(of_type(sam, "referral").empty()) << "nobody ticked Sam";
    EXPECT_TRUE(help(id).outcome.is("step_up"));
    EXPECT_EQ(help(id).ended, on("2026-03-03"));
    EXPECT_THAT(help(id).outcome_words.text, AllOf(HasSubstr("Hit at home"), HasSubstr("Nan helps")));
    EXPECT_THAT(page(id), HasSubstr("Begin the child and family assessment"));
}

TEST_F(HelpToAFamily, asks_the_front_door_where_whoever_steps_up_is_not_qualified) {
    const auto id = begin();
    EXPECT_THAT(family_worker.post("/early-help/{id}/step-up", {{"id", id}},
                                   VisitorForTests::form_from(0, "child=" + amira.text() + "&why=Hit+at+home&summary=Nan+helps")),
                HasSubstr("went to"));
    EXPECT_TRUE(of_type(amira, "referral").empty());
    ASSERT_EQ(of_type(amira, "contact").size(), 1U);
    EXPECT_TRUE(help(id).is_open()) << "until somebody decides";
    EXPECT_EQ(help(id).step_up_contact.item, council.record().book()->item_id(of_type(amira, "contact").front()));
}

TEST_F(HelpToAFamily, ends_with_what_it_led_to) {
    const auto id = begin();
    const auto end = [&](std::uint32_t version, const std::string& fields) {
        return social_worker.post("/early-help/{id}/end", {{"id", id}}, VisitorForTests::form_from(version, fields));
    };
    EXPECT_THAT(end(1, day("ended", 3, 3)), HasSubstr("Choose what it led to"));
    EXPECT_THAT(end(1, "outcome=step_up" + day("ended", 3, 3)), HasSubstr("Choose what it led to"))
        << "that opens referrals, on a page of its own";
    EXPECT_THAT(end(1, "outcome=met" + day("ended", 2, 3)), HasSubstr("on or after the day on which it began"));
    EXPECT_THAT(end(1, "outcome=met" + day("ended", 4, 3)), HasSubstr("today or in the past"));
    EXPECT_THAT(end(7, "outcome=met&outcome_words=They+wake+by+themselves" + day("ended", 3, 3)),
                AllOf(HasSubstr("Somebody changed this"), HasSubstr("They wake by themselves</textarea>")));
    EXPECT_THAT(end(1, "outcome=met&outcome_words=They+wake+by+themselves" + day("ended", 3, 3)), HasSubstr("went to"));
    EXPECT_THAT(page(id), AllOf(HasSubstr("What the family needed is met"), HasSubstr("They wake by themselves"),
                                Not(HasSubstr("Step up"))));
    EXPECT_THAT(social_worker.get("/early-help/{id}/change", {{"id", id}}), HasSubstr("refused: This early help has ended"));
}

TEST_F(HelpToAFamily, steps_down_from_a_plan_with_what_it_says) {
    const auto plan =
        id_in(social_worker.post("/children/{id}/plan", {{"id", amira.text()}},
                                 VisitorForTests::form_from(0, "kind=in_need&must_be_different=Calm+evenings&going_well=Nan&" +
                                                                   record::input_about(amira, "child_words") + "=I+sleep" +
                                                                   day("agreed_on", 3, 3))),
              "/plans/");
    EXPECT_THAT(social_worker.get("/children/{id}/early-help", {{"id", amira.text()}}), HasSubstr("Step down to early help"));
    EXPECT_THAT(social_worker.get("/children/{id}/early-help/begin", {{"id", amira.text()}}, "plan=" + plan),
                AllOf(HasSubstr("Calm evenings"), HasSubstr("Nan"), HasSubstr("I sleep</textarea>")));
    const auto id = begin("&came_from=in_need&plan=" + plan);
    EXPECT_EQ(help(id).stepped_down_from.item.text(), plan);
    EXPECT_THAT(page(id), HasSubstr("/plans/" + plan + "/review?kind=early_help"));
    EXPECT_THAT(social_worker.get("/plans/{id}/review", {{"id", plan}}, "kind=early_help"),
                HasSubstr("value=\"early_help\" checked"));
}

TEST_F(HelpToAFamily, stands_on_the_list_of_all_and_shows_nobody_who_may_not_be_seen) {
    begin("&led_by=Ms+Okafor");
    EXPECT_THAT(analyst.get("/early-help", {}), AllOf(HasSubstr("Amira Khan and Sam Khan"), HasSubstr("Ms Okafor"),
                                                      HasSubstr("Oversight of early help, due Tue 31 March 2026")));
    EXPECT_THAT(analyst.get("/early-help", {}, "whose=led"), AllOf(HasSubstr("None fits"), Not(HasSubstr("Amira"))));
    EXPECT_THAT(analyst.get("/early-help", {}, "whose=nobodys"), HasSubstr("Amira"));
    EXPECT_THAT(analyst.post("/early-help/{id}/end", {{"id", std::string(32, '0')}}, VisitorForTests::form_from(0, "")),
                HasSubstr("refused"));
}

TEST_F(HelpToAFamily, is_taken_away_for_a_spreadsheet_as_the_list_was_narrowed_and_for_somebody_named) {
    begin("&led_by=Ms+Okafor");
    EXPECT_THAT(analyst.post("/early-help/export", {}, "recipient="), HasSubstr("Enter who it is for"));
    const auto numbers_alone = analyst.post("/early-help/export", {}, "recipient=The+partnership+board");
    EXPECT_THAT(numbers_alone, AllOf(HasSubstr("For The partnership board."), HasSubstr("Ms Okafor"), HasSubstr("2026-03-03"),
                                     Not(HasSubstr("Sam Khan"))));
    EXPECT_THAT(analyst.post("/early-help/export", {}, "recipient=The+partnership+board&names=yes"), HasSubstr("Amira Khan and Sam Khan"));
    EXPECT_THAT(analyst.get("/early-help", {}, "whose=nobodys"), HasSubstr("/early-help/export?whose=nobodys"));
}

TEST_F(HelpToAFamily, owes_a_whole_family_assessment_within_thirty_working_days) {
    EarlyHelp one;
    one.began = on("2026-03-03");
    const auto item = council.add({amira}, one);
    // Good Friday and Easter Monday 2026 are 3 and 6 April, and count for nothing.
    EXPECT_EQ(standings("family_assessment", "2026-03-04").at(0).step.due, on("2026-04-16"));
    EXPECT_EQ(standings("family_assessment", "2026-04-16").at(0).step.state, State::due);
    EXPECT_EQ(standings("family_assessment", "2026-04-17").at(0).step.state, State::overdue);
    FamilyAssessment assessment;
    assessment.early_help.item = item;
    assessment.began = on("2026-03-10");
    const auto written = council.add({amira}, assessment);
    EXPECT_EQ(standings("family_assessment", "2026-04-17").at(0).step.state, State::overdue) << "begun is not finished";
    assessment.finished = on("2026-04-16");
    council.amend(written, {amira}, assessment);
    EXPECT_EQ(standings("family_assessment", "2026-04-17").at(0).step.state, State::met_in_time);
}

TEST_F(HelpToAFamily, starts_its_clock_anew_where_the_beginning_was_wrong) {
    EarlyHelp one;
    one.began = on("2026-03-03");
    const auto item = council.add({amira}, one);
    one.began = on("2026-03-10");
    council.amend(item, {amira}, one);
    EXPECT_EQ(standings("family_assessment", "2026-03-11").at(0).step.due, on("2026-04-23"));
}

TEST_F(HelpToAFamily, owes_oversight_every_four_weeks_by_whoever_looks_over_it) {
    EarlyHelp one;
    one.began = on("2028-02-01");
    one.overseen_by.item = ledger::ItemId(council.worker().bytes());
    const auto item = council.add({amira}, one);
    EXPECT_EQ(standings("early_help_oversight", "2028-02-02").at(0).step.due, on("2028-02-29")) << "a leap day is a day";
    EXPECT_EQ(standings("early_help_oversight", "2028-02-02").at(0).owed_by, one.overseen_by.item);
    EXPECT_EQ(standings("early_help_oversight", "2028-03-01").at(0).step.state, State::overdue);
    EarlyHelpOversight looked;
    looked.early_help.item = item;
    looked.looked_on = on("2028-02-29");
    council.add({amira}, looked);
    EXPECT_EQ(standings("early_help_oversight", "2028-03-01").at(0).step.state, State::met_in_time);
    EXPECT_EQ(standings("early_help_oversight", "2028-03-01").at(1).step.due, on("2028-03-28"))
        << "over the day on which the clocks go forward";
}

TEST_F(HelpToAFamily, counts_a_team_as_a_review_only_where_it_went_through_the_plan) {
    EarlyHelp one;
    one.began = on("2026-03-03");
    const auto item = council.add({amira}, one);
    record::meetings::Meeting meeting;
    meeting.kind.code = "team_around_family";
    meeting.held_at = When::day(on("2026-04-14"));
    EarlyHelpReview review;
    review.meeting.item = council.add({amira}, meeting);
    review.decided_on = on("2026-04-14");
    const auto reviewed = council.add({amira}, review);
    EXPECT_EQ(standings("team_around_family", "2026-04-15").at(0).step.state, State::met_in_time) << "six weeks to the day";
    EXPECT_EQ(standings("early_help_review", "2026-05-27").at(0).step.state, State::overdue);
    review.plan_reviewed = true;
    council.amend(reviewed, {amira}, review);
    EXPECT_EQ(standings("early_help_review", "2026-05-27").at(0).step.state, State::met_in_time);
    one.ended = on("2026-05-20");
    council.amend(item, {amira}, one);
    EXPECT_EQ(standings("team_around_family", "2026-05-27").at(1).step.state, State::ended) << "nothing is owed after its end";
}

TEST_F(HelpToAFamily, has_a_team_that_says_who_was_missing_and_who_needs_more) {
    begin();
    const auto meeting = id_in(
        social_worker.post("/children/{id}/meeting", {{"id", amira.text()}},
                           VisitorForTests::form_from(0, "kind=team_around_family&planned_for-time=14%3A00&chaired_by=Ms+Okafor" +
                                                             day("planned_for", 3, 3))),
        "/meetings/");
    const auto held =
        social_worker.post("/meetings/{id}/held", {{"id", meeting}},
                           VisitorForTests::form_from(1, "chaired_by=Ms+Okafor&held_at-time=14%3A00&plan_reviewed=yes&" +
                                                             record::input_about(amira, "early_help_review_outcome") +
                                                             "=step_up" + day("held_at", 3, 3)));
    EXPECT_THAT(held, HasSubstr("went to"));
    EXPECT_THAT(
        social_worker.get("/meetings/{id}", {{"id", meeting}}),
        AllOf(HasSubstr("Nobody of the family is recorded as having been there."), HasSubstr("Amira Khan needs more: step up")));
    EXPECT_EQ(of_type(amira, "early_help_review").size(), 1U);
}

}  // namespace
}  // namespace steadfast::practice
