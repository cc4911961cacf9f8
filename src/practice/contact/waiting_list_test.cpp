#include "practice/catalogue_for_tests.hpp"
#include "practice/contact/contact_pages.hpp"
#include "practice/contact/waiting_list.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/teams/team.hpp"
#include "record/workers/worker.hpp"

#include <gmock/gmock.h>

namespace steadfast::practice {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Three contacts that wait on a Tuesday afternoon: one of yesterday in no danger, one of this morning in danger, one of noon of which
/// nobody said.
class TheWaitingList : public testing::Test {
protected:
    TheWaitingList() {
        add("Zoe", "2026-03-02T09:00:00Z", "no", priya_);
        add("Amira", "2026-03-03T12:00:00Z", "", tom_);
        add("Mo", "2026-03-03T10:00:00Z", "yes", priya_);
    }
    ledger::WorkerId add_worker(const std::string& name) {
        record::Worker worker;
        worker.name = name;
        worker.sign_in_name = name;
        worker.works_as.code = "front_door_worker";
        return ledger::WorkerId(council_.add({}, worker).bytes());
    }
    void add(const std::string& child, std::string_view came, const std::string& danger, ledger::WorkerId by) {
        record::Person person;
        person.given_name = child;
        person.authority_id = "N-" + child;
        const auto item = ledger::ItemId::random();
        council_.save({record::change_of(person, item, 0, {record::subject_of(item)}, by)});
        Contact contact;
        contact.received = When::minute(Instant::parse_iso(came).value(), 0);
        contact.danger.code = danger;
        council_.save({record::change_of(contact, ledger::ItemId::random(), 0, {record::subject_of(item)}, by)});
    }
    std::vector<std::string> names(const web::Fields& query) {
        std::vector<std::string> names;
        for (const WaitingRow& row : waiting_list(council_.seen(), read_waiting_filter(query), council_.now()).rows) names.push_back(names_of(row.contact.children));
        return names;
    }

    record::RecordForTests council_{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    ledger::WorkerId priya_ = add_worker("Priya");
    ledger::WorkerId tom_ = add_worker("Tom");
};

TEST_F(TheWaitingList, begins_with_danger_and_then_the_least_time_left) { EXPECT_THAT(names({}), ElementsAre("Mo", "Zoe", "Amira")); }

TEST_F(TheWaitingList, is_sorted_by_what_each_column_says) {
    EXPECT_THAT(names({{"order", "child"}}), ElementsAre("Amira", "Mo", "Zoe"));
    EXPECT_THAT(names({{"order", "came"}}), ElementsAre("Zoe", "Mo", "Amira"));
    EXPECT_THAT(names({{"order", "danger"}}), ElementsAre("Mo", "Amira", "Zoe")) << "what nobody said may be danger";
    EXPECT_THAT(names({{"order", "taken"}}), ElementsAre("Mo", "Zoe", "Amira"));
    EXPECT_THAT(names({{"order", "nonsense"}}), ElementsAre("Mo", "Zoe", "Amira"));
}

TEST_F(TheWaitingList, is_narrowed_down_by_danger_by_who_took_it_by_team_and_by_age) {
    EXPECT_THAT(names({{"danger", "yes"}}), ElementsAre("Mo"));
    EXPECT_THAT(names({{"danger", "unsaid"}}), ElementsAre("Amira"));
    EXPECT_THAT(names({{"taken", priya_.text()}}), ElementsAre("Mo", "Zoe"));
    EXPECT_THAT(names({{"age", "today"}}), ElementsAre("Mo", "Amira"));
    EXPECT_THAT(names({{"age", "past"}}), ElementsAre("Zoe"));
    EXPECT_THAT(names({{"age", "within"}}), ElementsAre("Mo", "Amira"));
    record::TeamMembership membership;
    membership.worker.item = ledger::ItemId(tom_.bytes());
    membership.team.item = council_.add({}, record::Team{.name = "Front door"});
    membership.from = Date::of(2026, 1, 1);
    council_.add({}, membership);
    EXPECT_THAT(names({{"team", membership.team.item.text()}}), ElementsAre("Amira"));
}

TEST_F(TheWaitingList, says_that_none_fits_and_that_there_are_others) {
    record::pages::VisitorForTests duty{council_, "social_worker", council_.worker(), add_contact_pages};
    EXPECT_THAT(duty.get("/front-door", {}, "danger=not_known"), AllOf(HasSubstr("None of those that wait fits"), Not(HasSubstr("Zoe"))));
    EXPECT_THAT(duty.get("/front-door", {}, "danger=no"), AllOf(HasSubstr("Zoe"), HasSubstr("order=came"), HasSubstr("danger=no"), Not(HasSubstr("Amira"))));
}

TEST_F(TheWaitingList, goes_into_a_spreadsheet_for_somebody_named_and_with_names_only_where_asked) {
    record::pages::VisitorForTests duty{council_, "social_worker", council_.worker(), add_contact_pages};
    EXPECT_THAT(duty.get("/front-door/export", {}, "danger=yes"), HasSubstr("/front-door/export?danger=yes"));
    EXPECT_THAT(duty.post("/front-door/export", {}, "recipient="), HasSubstr("Enter who it is for"));
    const std::string csv = duty.post("/front-door/export", {}, "recipient=Ann");
    EXPECT_THAT(csv, AllOf(HasSubstr("For Ann."), HasSubstr("N-Mo"), HasSubstr("N-Zoe"), Not(HasSubstr(",Zoe")), HasSubstr("Priya")));
    EXPECT_THAT(duty.post("/front-door/export", {}, "recipient=Ann&names=yes"), HasSubstr("N-Zoe,Zoe,"));
}

}  // namespace
}  // namespace steadfast::practice
