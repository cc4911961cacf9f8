#include "practice/contact/agency_checks.hpp"
#include "practice/contact/contact_pages.hpp"
#include "practice/contact/timescales.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/access/guards.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/item/form.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using record::pages::VisitorForTests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using State = law::StepStanding::State;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }
Instant instant(std::string_view iso) { return Instant::parse_iso(iso).value(); }

TEST(AgencyCheckItem, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<AgencyCheck>(); }

class AgenciesAsked : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};   // A Tuesday.
    VisitorForTests duty{council, "front_door_worker", council.worker(), add_contact_pages, &all_duties()};
    VisitorForTests analyst{council, "analyst", ledger::WorkerId::random(), add_contact_pages, &all_duties()};
    ledger::SubjectId amira = child_called("Amira");
    ledger::SubjectId sam = child_called("Sam");
    ledger::ItemId contact = contact_about({amira, sam});

    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    ledger::ItemId contact_about(std::vector<ledger::SubjectId> children) {
        Contact about;
        about.received = When::parse("2026-03-03T13:00+00:00").value();
        about.worries.text = "Bruises";
        about.parents_told.code = "not_safe";
        return council.add(std::move(children), about);
    }
    std::string ask(const std::string& fields, ledger::ItemId of = {}) {
        return duty.post("/contacts/{id}/checks", {{"id", (of.is_none() ? contact : of).text()}},
                         VisitorForTests::form_from(0, fields));
    }
    std::string ask_the_police() {
        return ask("agency=police&question=Calls+to+the+house&basis=unsafe_to_ask&basis_why=The+father+reads+her+messages");
    }
    std::vector<CheckLine> checks() { return checks_of(council.seen(), contact); }
    std::string page() { return duty.get("/contacts/{id}", {{"id", contact.text()}}); }
    static std::string today(const std::string& time) {
        return "&answered_at-day=3&answered_at-month=3&answered_at-year=2026&answered_at-time=" + time;
    }
    std::string answer(ledger::ItemId check, const std::string& fields, std::uint32_t version = 1) {
        return duty.post("/checks/{id}/answer", {{"id", check.text()}}, VisitorForTests::form_from(version, fields));
    }
    std::vector<record::DutyStanding> standings(std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), council.seen(), council.seen().child(amira).value(), on(today));
        std::erase_if(all, [](const auto& one) { return one.duty->timescale->key != "agency_check"; });
        return all;
    }
};

TEST_F(AgenciesAsked, are_asked_together_and_each_answers_alone) {
    EXPECT_THAT(ask("agency=police&agency=school&organisation=Hill&question=What+do+you+know&basis=agreed"),
                HasSubstr("went to /contacts/" + contact.text() + "#checks"));
    EXPECT_THAT(page(), AllOf(HasSubstr("Police, Hill"), HasSubstr("School or college, Hill"), HasSubstr("by 14:10 tomorrow")));
    ASSERT_EQ(checks().size(), 2U);
    EXPECT_THAT(answer(checks().front().id, "answer=known&answered_by=PC+Hill&" + record::input_about(amira, "known") +
                                                "=Two+calls+in+May" + today("14%3A10")),
                HasSubstr("went to /contacts/"));
    EXPECT_TRUE(checks().back().check.is_answered());
    EXPECT_FALSE(checks().front().check.is_answered());
    EXPECT_THAT(duty.get("/front-door", {}), HasSubstr("1 of 2 answered"));
}

TEST_F(AgenciesAsked, say_on_what_footing_and_why_without_agreement) {
    EXPECT_THAT(duty.get("/contacts/{id}/checks", {{"id", contact.text()}}), HasSubstr("value=\"unsafe_to_ask\" checked"))
        << "the contact says that telling the parents is not safe";
    EXPECT_THAT(ask("question=What+do+you+know"),
                AllOf(HasSubstr("Choose whom you ask"), HasSubstr("Choose on what footing you ask"),
                      HasSubstr("What do you know</textarea>")));
    EXPECT_THAT(ask("agency=police&question=x&basis=refused"), HasSubstr("Enter why you ask without the family&#39;s agreement"));
    EXPECT_THAT(ask_the_police(), HasSubstr("went to"));
    EXPECT_THAT(duty.get("/checks/{id}", {{"id", checks().front().id.text()}}),
                AllOf(HasSubstr("The father reads her messages"), HasSubstr("asking may put a child at risk")));
}

TEST_F(AgenciesAsked, keep_what_was_answered_with_the_child_whom_it_is_about) {
    ask_the_police();
    const auto check = checks().front().id;
    EXPECT_THAT(answer(check, "answer=known&" + record::input_about(amira, "known") + "=Two+calls+in+May&" +
                                  record::input_about(sam, "known") + "=Cautioned" + today("14%3A10")),
                HasSubstr("went to"));
    council.add({sam},
                record::Restriction{.from = on("2026-01-05"), .to = {}, .ring = "Fatima Noor", .why = {"A parent works here."}});
    VisitorForTests other{council, "social_worker", ledger::WorkerId::random(), add_contact_pages, &all_duties()};
    EXPECT_THAT(other.get("/checks/{id}", {{"id", check.text()}}), AllOf(HasSubstr("refused"), Not(HasSubstr("Cautioned"))));
    EXPECT_TRUE(checks_of(record::SeenBook(council.record().book(), {ledger::WorkerId::random(), "social_worker", council.now()}),
                          contact)
                    .empty());
}

TEST_F(AgenciesAsked, may_decline_and_say_why) {
    ask_the_police();
    const auto check = checks().front().id;
    EXPECT_THAT(answer(check, "answer=declined" + today("14%3A10")), HasSubstr("Enter why they declined"));
    EXPECT_THAT(answer(check, today("14%3A10")), HasSubstr("Choose what they answered"));
    EXPECT_THAT(answer(check, "answer=declined&declined_why=Their+lawyer+says+no" + today("14%3A10")), HasSubstr("went to"));
    EXPECT_THAT(page(), HasSubstr("Declined"));
    EXPECT_EQ(standings("2026-03-10").at(0).step.state, State::met_in_time) << "nobody owes another answer";
}

TEST_F(AgenciesAsked, lose_nothing_where_two_write_the_same_answer) {
    ask_the_police();
    const auto check = checks().front().id;
    ASSERT_THAT(answer(check, "answer=not_known" + today("14%3A10")), HasSubstr("went to"));
    EXPECT_THAT(answer(check, "answer=known&known_of_family=Two+calls" + today("14%3A10"), 1),
                AllOf(HasSubstr("Somebody recorded an answer"), HasSubstr("Two calls</textarea>")));
}

TEST_F(AgenciesAsked, are_late_after_the_councils_own_hours_to_the_minute) {
    ask_the_police();
    EXPECT_FALSE(checks().front().is_late(instant("2026-03-04T14:09:00Z")));
    EXPECT_TRUE(checks().front().is_late(instant("2026-03-04T14:10:00Z")));
    council.put_clock("2026-03-05");
    EXPECT_THAT(page(), AllOf(HasSubstr("Late"), HasSubstr("was wanted by 14:10 on Wed 4 March 2026")));
    EXPECT_THAT(duty.get("/front-door", {}), HasSubstr("0 of 1 answered, 1 late"));
    EXPECT_EQ(late_checks(*council.record().book(), council.now()), 1U);
    EXPECT_EQ(standings("2026-03-04").at(0).step.state, State::due);
    EXPECT_EQ(standings("2026-03-05").at(0).step.state, State::overdue);
    EXPECT_EQ(standings("2026-03-05").at(0).owed_by, ledger::ItemId(council.worker().bytes()));
}

TEST_F(AgenciesAsked, have_the_days_that_the_council_gives_them_over_a_weekend_and_easter) {
    council.add({}, record::LocalTimescale{
                        .timescale = "agency_check", .from = on("2026-01-01"), .count = 2, .unit = {"working_days"}, .why = {}});
    AgencyCheck check;
    check.asked_at = When::parse("2026-04-02T16:00+01:00").value();   // The Thursday before Easter.
    EXPECT_EQ(answer_by(*council.record().book(), check)->day, on("2026-04-08"));
    EXPECT_FALSE(answer_by(*council.record().book(), check)->is_over(instant("2026-04-08T22:59:00Z")));
    EXPECT_TRUE(answer_by(*council.record().book(), check)->is_over(instant("2026-04-08T23:00:00Z")));
}

TEST_F(AgenciesAsked, have_twenty_four_hours_also_in_the_night_when_the_clocks_go_back) {
    AgencyCheck check;
    check.asked_at = When::parse("2026-10-24T16:00+01:00").value();
    EXPECT_EQ(answer_by(*council.record().book(), check)->words(instant("2026-10-24T16:00:00Z")), "by 15:00 tomorrow");
    check.asked_at = When::day(on("2026-10-24"));
    EXPECT_EQ(answer_by(*council.record().book(), check)->words(instant("2026-10-24T16:00:00Z")),
              "by the end of the day tomorrow");
}

TEST_F(AgenciesAsked, are_asked_about_a_child_whose_name_nobody_knows) {
    const auto nobody = contact_about({});
    EXPECT_THAT(ask("agency=police&question=A+boy+in+a+red+coat&basis=no_time&basis_why=Nobody+knows+who+he+is", nobody),
                HasSubstr("went to"));
    EXPECT_EQ(checks_of(council.seen(), nobody).size(), 1U);
}

TEST_F(AgenciesAsked, are_asked_by_who_records_work_alone) {
    EXPECT_THAT(analyst.get("/contacts/{id}/checks", {{"id", contact.text()}}), HasSubstr("refused"));
    ask_the_police();
    EXPECT_THAT(analyst.get("/checks/{id}", {{"id", checks().front().id.text()}}),
                AllOf(HasSubstr("Calls to the house"), Not(HasSubstr("Record the answer"))));
}

TEST_F(AgenciesAsked, stand_beside_a_decision_with_its_threshold_and_what_says_so) {
    const auto decide = [&](const std::string& fields) {
        return duty.post("/contacts/{id}/decision", {{"id", contact.text()}}, VisitorForTests::form_from(1, fields));
    };
    EXPECT_THAT(decide("threshold=early_help&decision=early_help&decision_why=School+helps"),
                AllOf(HasSubstr("Enter what in the threshold guide says so"), HasSubstr("value=\"early_help\" checked")));
    EXPECT_THAT(decide("threshold=early_help&threshold_why=Two+of+the+signs&decision=early_help&decision_why=School+helps"),
                HasSubstr("went to"));
    EXPECT_THAT(page(),
                AllOf(HasSubstr("Which threshold is met"), HasSubstr("Two of the signs"), HasSubstr("What other agencies know")));
    ask_the_police();
    council.put_clock("2026-03-09");
    EXPECT_EQ(late_checks(*council.record().book(), council.now()), 0U) << "nothing waits for it any more";
}

}  // namespace
}  // namespace steadfast::practice
