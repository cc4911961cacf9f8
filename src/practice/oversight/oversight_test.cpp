#include "practice/oversight/asking.hpp"
#include "practice/oversight/case_supervision.hpp"
#include "practice/oversight/challenge.hpp"
#include "practice/oversight/decision_asked.hpp"
#include "practice/oversight/management_decision.hpp"
#include "practice/oversight/timescales.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/allocation/allocation.hpp"
#include "record/book/derived_from.hpp"
#include "record/item/round_trip.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using State = law::StepStanding::State;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

TEST(DecisionAsked, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<DecisionAsked>(); }
TEST(Challenge, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<Challenge>(); }
TEST(CaseSupervision, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<CaseSupervision>(); }
TEST(ManagementDecision, goes_to_the_ledger_and_back_unchanged) { record::expect_there_and_back<ManagementDecision>(); }

void add_pages(record::Record& record, record::pages::PageParts& parts) {
    add_asking_pages(record, parts);
    add_answering_pages(record, parts);
    add_asked_lists(record, parts);
    // A room that has something follow from an agreement about money, as rooms of the law do about their own matters.
    parts.decision_rules.push_back(
        {.about_what = "money",
         .follows = [](const record::SeenBook&, const record::SeenChild&) { return std::string("The club is paid from Monday."); },
         .when_agreed = [](record::Record&, const record::SeenBook& book, const record::SeenChild& child,
                           Date day) -> Result<std::vector<ledger::Change>> {
             ManagementDecision follows;
             follows.decided = When::day(day);
             follows.decision.text = "Pay the club";
             return std::vector{record::change_of(follows, ledger::ItemId::random(), 0, {child.id}, book.viewer().worker)};
         }});
}

web::Fields path_of(const std::string& id, const std::string& kind = "") {
    web::Fields path{{"id", id}};
    if (!kind.empty()) path.add("kind", kind);
    return path;
}

class Asking : public testing::Test {
protected:
    ledger::WorkerId add_worker(const std::string& name, std::string_view role) {
        record::Worker worker;
        worker.name = name;
        worker.sign_in_name = name;
        worker.works_as.code = role;
        return ledger::WorkerId(council_.add({}, worker).bytes());
    }
    std::string ask(const std::string& kind, const std::string& fields) {
        return me_.post("/children/{id}/ask/{kind}", path_of(child_.text(), kind),
                        "save_key=" + ledger::IdempotencyKey::random().text() + "&" + fields);
    }
    std::string decision_of(ledger::WorkerId of) {
        return "about_what=money&words=A+place+at+the+holiday+club&by_day-day=9&by_day-month=3&by_day-year=2026&of=" + of.text();
    }
    std::string challenge_of(ledger::WorkerId of) {
        return "raised_as=reviewing_officer&stage=team_manager&words=Nothing+was+done&wanted=Begin+this+week&by_day-day=9&by_day-month=3&by_day-year=2026&of=" +
               of.text();
    }
    /// The id at the end of "went to /asked/…?saved=1".
    static std::string id_in(const std::string& went) {
        const auto from = went.find("/asked/") + 7;
        return went.substr(from, went.find('?', from) - from);
    }
    static std::string with_key(const std::string& fields) {
        return "save_key=" + ledger::IdempotencyKey::random().text() + "&" + fields;
    }
    std::string page(record::pages::VisitorForTests& visitor, const std::string& id) {
        return visitor.get("/asked/{id}", path_of(id));
    }

    record::RecordForTests council_{catalogue_for_tests()};
    ledger::SubjectId child_ = council_.add_child();
    ledger::WorkerId mary_ = add_worker("Mary Osei", "service_manager");
    ledger::WorkerId joan_ = add_worker("Joan Pell", "director");
    record::pages::VisitorForTests me_{council_, "director", council_.worker(), add_pages};
    record::pages::VisitorForTests her_{council_, "service_manager", mary_, add_pages};
    record::pages::VisitorForTests other_{council_, "director", joan_, add_pages};
};

TEST_F(Asking, is_refused_in_its_place_where_something_is_missing_and_keeps_what_was_typed) {
    const std::string answer =
        ask("decision", "words=A+place+at+the+club&by_day-day=1&by_day-month=3&by_day-year=2026&of=" + council_.worker().text());
    EXPECT_THAT(answer, AllOf(HasSubstr("Choose a colleague who may open this record"), HasSubstr("Enter today or a day to come"),
                              HasSubstr("A place at the club")));
    EXPECT_THAT(me_.get("/children/{id}/ask/{kind}", path_of(child_.text(), "nonsense")), HasSubstr("There is no such page"));
}

TEST_F(Asking, waits_for_whom_it_was_asked_of_and_is_never_answered_by_who_asked) {
    const std::string went = ask("decision", decision_of(mary_));
    ASSERT_THAT(went, StartsWith("went to /asked/"));
    const std::string id = id_in(went);
    EXPECT_THAT(her_.get("/asked", {}),
                AllOf(HasSubstr("Waiting for your answer (1)"), HasSubstr("Money or a package of support")));
    EXPECT_THAT(me_.get("/asked", {}), AllOf(HasSubstr("Nothing waits for your answer."), HasSubstr("What you asked (1)")));
    EXPECT_THAT(page(me_, id), Not(HasSubstr("/answer\"")));
    EXPECT_THAT(me_.post("/asked/{id}/answer", path_of(id), with_key("answer=agreed&answer_words=Yes")),
                HasSubstr("You asked this yourself"));
    EXPECT_THAT(page(her_, id), AllOf(HasSubstr("A place at the holiday club"), HasSubstr("/answer\"")));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(id),
                          with_key("answer=conditions&answer_words=For+three+weeks&panel=Resource+panel")),
                StartsWith("went to /asked/"));
    EXPECT_THAT(page(me_, id), AllOf(HasSubstr("Agreed, on conditions"), HasSubstr("For three weeks"),
                                     HasSubstr("Resource panel"), HasSubstr("Mary Osei")));
    EXPECT_THAT(her_.get("/asked", {}), HasSubstr("Nothing waits for your answer."));
}

TEST_F(Asking, an_agreement_says_what_follows_and_saves_it_together_with_the_answer_and_a_refusal_saves_nothing) {
    const auto paid = [this] {
        int count = 0;
        council_.record().book()->each_of(record::type_of<ManagementDecision>(), [&count](const record::Found&) { ++count; });
        return count;
    };
    const std::string refused = id_in(ask("decision", decision_of(mary_)));
    EXPECT_THAT(page(her_, refused), AllOf(HasSubstr("If you agree:"), HasSubstr("The club is paid from Monday.")));
    EXPECT_THAT(page(me_, refused), Not(HasSubstr("If you agree:")));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(refused), with_key("answer=refused&answer_words=Not+this+year")), StartsWith("went to"));
    EXPECT_EQ(paid(), 0);
    const std::string agreed = id_in(ask("decision", decision_of(mary_)));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(agreed), with_key("answer=conditions&answer_words=For+a+term")), StartsWith("went to"));
    EXPECT_EQ(paid(), 1);
}

TEST_F(Asking, an_answer_needs_its_reasons_and_the_second_of_two_sees_the_first) {
    const std::string id = id_in(ask("decision", decision_of(mary_)));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(id), with_key("answer=&answer_words=")),
                AllOf(HasSubstr("Choose: Decision"), HasSubstr("Enter: Why, and on what conditions")));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(id), with_key("answer=refused&answer_words=Not+this+year")),
                StartsWith("went to"));
    EXPECT_THAT(other_.post("/asked/{id}/answer", path_of(id), with_key("answer=agreed&answer_words=Of+course")),
                AllOf(HasSubstr("This was answered meanwhile"), HasSubstr("Of course"), HasSubstr("Not this year")));
}

TEST_F(Asking, what_came_back_is_completed_and_asked_again) {
    const std::string id = id_in(ask("decision", decision_of(mary_)));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(id), with_key("answer=more&answer_words=See+the+youngest+first")),
                StartsWith("went to"));
    EXPECT_THAT(page(me_, id), HasSubstr("Complete it and ask again"));
    EXPECT_THAT(me_.get("/asked/{id}/change", path_of(id)),
                AllOf(HasSubstr("See the youngest first"), HasSubstr("A place at the holiday club")));
    EXPECT_THAT(me_.post("/asked/{id}/change", path_of(id), with_key(decision_of(joan_))), StartsWith("went to"));
    EXPECT_THAT(her_.get("/asked", {}), HasSubstr("Nothing waits for your answer."));
    EXPECT_THAT(other_.get("/asked", {}), HasSubstr("Waiting for your answer (1)"));
    EXPECT_THAT(her_.post("/asked/{id}/change", path_of(id), with_key(decision_of(joan_))), HasSubstr("Only who asked it"));
}

TEST_F(Asking, a_challenge_is_taken_further_or_settled_by_who_raised_it) {
    const std::string id = id_in(ask("challenge", challenge_of(mary_)));
    EXPECT_THAT(me_.post("/asked/{id}/settle", path_of(id), with_key("")), HasSubstr("no answer yet"));
    EXPECT_THAT(her_.post("/asked/{id}/answer", path_of(id), with_key("answer=not_accepted&answer_words=It+was+done+in+March")),
                StartsWith("went to"));
    const std::string form = me_.get("/children/{id}/ask/{kind}", path_of(child_.text(), "challenge"), "follows=" + id);
    EXPECT_THAT(form, AllOf(HasSubstr("Take it further"), HasSubstr("Nothing was done"), HasSubstr("value=\"" + id)));
    const std::string next = id_in(ask("challenge", challenge_of(joan_) + "&follows=" + id));
    EXPECT_THAT(page(me_, id), AllOf(HasSubstr("Taken further"), Not(HasSubstr("The answer settles it"))));
    EXPECT_THAT(page(me_, next), HasSubstr("The challenge that it follows"));
    EXPECT_THAT(ask("challenge", challenge_of(joan_) + "&follows=" + id), HasSubstr("settled or taken further meanwhile"));
    EXPECT_THAT(other_.post("/asked/{id}/answer", path_of(next), with_key("answer=accepted&answer_words=It+begins+on+Monday")),
                StartsWith("went to"));
    EXPECT_THAT(her_.post("/asked/{id}/settle", path_of(next), with_key("")), HasSubstr("Only who asked it"));
    EXPECT_THAT(me_.post("/asked/{id}/settle", path_of(next), with_key("")), StartsWith("went to"));
    EXPECT_THAT(page(me_, next), HasSubstr("Settled"));
}

TEST_F(Asking, is_taken_back_by_who_asked_and_then_owed_no_more) {
    const std::string id = id_in(ask("decision", decision_of(mary_)));
    EXPECT_THAT(her_.post("/asked/{id}/drop", path_of(id), with_key("")), HasSubstr("Only who asked it"));
    EXPECT_THAT(me_.post("/asked/{id}/drop", path_of(id), with_key("")), StartsWith("went to"));
    EXPECT_THAT(her_.get("/asked", {}), HasSubstr("Nothing waits for your answer."));
    EXPECT_THAT(page(her_, id), AllOf(HasSubstr("Taken back by who asked it"), Not(HasSubstr("/answer\""))));
}

class OversightDuties : public testing::Test {
protected:
    std::vector<record::DutyStanding> standings(std::string_view key, std::string_view today) {
        auto all = record::duties_ever_of(all_duties(), record_.seen(), record_.seen().child(child_).value(), on(today));
        std::erase_if(all, [key](const auto& one) { return one.duty->timescale->key != key; });
        return all;
    }
    State state(std::string_view key, std::string_view today) { return standings(key, today).at(0).step.state; }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
};

TEST_F(OversightDuties, a_child_is_talked_about_every_month_from_the_day_on_which_a_worker_has_them) {
    record::Allocation allocation;
    allocation.as_what.code = "allocated_worker";
    allocation.from = on("2024-01-31");
    record_.add({child_}, allocation);
    EXPECT_EQ(standings("case_supervision", "2024-02-01").at(0).step.due, on("2024-02-29"))
        << "a month after the last of January, in a leap year";
    EXPECT_EQ(state("case_supervision", "2024-02-29"), State::due);
    EXPECT_EQ(state("case_supervision", "2024-03-01"), State::overdue);
    CaseSupervision held;
    held.held_on = on("2024-02-29");
    record_.add({child_}, held);
    const auto after = standings("case_supervision", "2024-03-01");
    EXPECT_TRUE(std::ranges::any_of(
        after, [](const auto& one) { return one.step.state == State::met_in_time && one.step.due == on("2024-02-29"); }));
    EXPECT_TRUE(std::ranges::any_of(
        after, [](const auto& one) { return one.step.state == State::due && one.step.due == on("2024-03-29"); }));
}

TEST_F(OversightDuties, nobody_owes_supervision_where_nobody_has_the_child_or_a_reviewing_officer_alone) {
    record::Allocation allocation;
    allocation.as_what.code = "reviewing_officer";
    allocation.from = on("2024-01-31");
    record_.add({child_}, allocation);
    EXPECT_TRUE(standings("case_supervision", "2024-06-01").empty());
}

TEST_F(OversightDuties, a_decision_and_an_answer_are_owed_by_their_day) {
    DecisionAsked decision;
    decision.asked = When::day(on("2026-04-01"));
    decision.by_day = on("2026-04-08");
    const auto item = record_.add({child_}, decision);
    EXPECT_EQ(state("decision_asked", "2026-04-08"), State::due);
    EXPECT_EQ(state("decision_asked", "2026-04-09"), State::overdue);
    decision.answered = When::day(on("2026-04-08"));
    decision.answer.code = "more";
    record_.amend(item, {child_}, decision);
    EXPECT_EQ(state("decision_asked", "2026-04-09"), State::met_in_time);
    decision.answered = {};
    decision.answer = {};
    decision.by_day = on("2026-04-15");
    record_.amend(item, {child_}, decision);
    EXPECT_EQ(state("decision_asked", "2026-04-09"), State::due) << "asked again, it is owed again";
}

TEST_F(OversightDuties, what_a_reviewing_officer_disputes_is_settled_within_twenty_working_days_of_the_first_stage) {
    Challenge first;
    first.asked = When::day(on("2026-03-24"));   // Easter and its two bank holidays lie between.
    first.raised_as.code = "reviewing_officer";
    first.by_day = on("2026-03-31");
    first.first_raised_on = on("2026-03-24");
    const auto item = record_.add({child_}, first);
    EXPECT_EQ(standings("challenge_settled", "2026-03-25").at(0).step.due, on("2026-04-23"));
    first.dropped_on = on("2026-04-01");
    record_.amend(item, {child_}, first);
    Challenge next = first;
    next.asked = When::day(on("2026-04-01"));
    next.dropped_on = {};
    next.follows.item = item;
    record_.add({child_}, next);
    auto now = standings("challenge_settled", "2026-04-24");
    std::erase_if(now, [](const auto& one) { return one.step.state == State::ended; });
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now.front().step.due, on("2026-04-23")) << "taking it further gives no new time";
    EXPECT_EQ(now.front().step.state, State::overdue);
}

TEST_F(OversightDuties, a_workers_own_challenge_has_the_day_that_it_names_and_no_other_limit) {
    Challenge challenge;
    challenge.asked = When::day(on("2026-03-24"));
    challenge.raised_as.code = "worker";
    challenge.by_day = on("2026-03-31");
    challenge.first_raised_on = on("2026-03-24");
    record_.add({child_}, challenge);
    EXPECT_TRUE(standings("challenge_settled", "2026-06-24").empty());
    EXPECT_EQ(state("challenge_answered", "2026-04-01"), State::overdue);
}

}  // namespace
}  // namespace steadfast::practice
