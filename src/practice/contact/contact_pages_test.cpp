#include "practice/contact/contact_pages.hpp"

#include "practice/contact/contact.hpp"
#include "practice/contact/contact_list.hpp"
#include "practice/contact/settings.hpp"
#include "practice/catalogue_for_tests.hpp"
#include "record/item/by_key.hpp"
#include "record/access/guards.hpp"
#include "record/pages/draft_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/people_search.hpp"
#include "record/people/person.hpp"
#include "record/people/relationship.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

using testing::HasSubstr;
using testing::Not;

class FrontDoor : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};   // A Tuesday.
    record::pages::VisitorForTests duty{council, "social_worker", council.worker(), add_contact_pages};
    record::pages::VisitorForTests no_decider{council, "reviewing_officer", council.worker(), add_contact_pages};

    ledger::SubjectId child_called(std::string given, std::string family) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = std::move(family);
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    std::string save_new(const std::string& fields) {
        return duty.post("/front-door/contact", {}, record::pages::VisitorForTests::form_from(0, "do=save&received-day=3&received-month=3&received-year=2026&received-time=14%3A10&" + fields));
    }
    static std::string id_in(const std::string& went_to) { return went_to.substr(went_to.find("/contacts/") + 10, 32); }
    ledger::ItemId the_contact(const std::string& went_to) { return ledger::ItemId::parse(id_in(went_to)).value(); }

    std::vector<record::Found> referrals_of(ledger::SubjectId child) {
        std::vector<record::Found> referrals;
        const auto seen = council.seen();
        seen.each_about(seen.child(child).value(), [&](const record::Found& found) {
            if (found.type().key() == "referral") referrals.push_back(found);
        });
        kept_books_.push_back(council.record().book());
        return referrals;
    }

private:
    std::vector<std::shared_ptr<const record::Book>> kept_books_;
};

TEST_F(FrontDoor, saves_a_contact_about_a_child_whose_name_nobody_knows) {
    const auto saved = save_new("worries=A+boy+of+about+six+alone+at+the+bus+station&children_not_on_record=A+boy+in+a+red+coat");
    ASSERT_THAT(saved, HasSubstr("went to /contacts/"));
    const auto page = duty.get("/contacts/{id}", {{"id", id_in(saved)}});
    EXPECT_THAT(page, HasSubstr("alone at the bus station"));
    EXPECT_THAT(page, HasSubstr("decide by 14:10 tomorrow"));
    EXPECT_THAT(page, HasSubstr("Working Together to Safeguard Children")) << "the law is one click from what it asks";
    EXPECT_THAT(duty.get("/front-door", {}), HasSubstr("Nobody on record yet"));
}

TEST_F(FrontDoor, finds_children_keeps_what_was_typed_and_puts_a_new_one_on_record_with_the_contact) {
    const auto sam = child_called("Sam", "Khan");
    const auto again = duty.post("/front-door/contact", {}, "do=find&search=khan&worries=Bruises&save_key=" + ledger::IdempotencyKey::random().text());
    EXPECT_THAT(again, HasSubstr("Sam Khan"));
    EXPECT_THAT(again, HasSubstr("Bruises</textarea>"));
    EXPECT_THAT(again, HasSubstr("Add a child who is not on record"));

    const auto saved = save_new("child=" + sam.text() + "&new-1-given_name=Leila&new-1-family_name=Khan&new-1-sex=F&worries=Bruises");
    ASSERT_THAT(saved, HasSubstr("went to /contacts/"));
    EXPECT_EQ(record::search_people(council.seen(), "leila khan", 5).people.size(), 1U);
    EXPECT_THAT(duty.get("/contacts/{id}", {{"id", id_in(saved)}}), testing::AllOf(HasSubstr("Sam Khan"), HasSubstr("Leila Khan")));
}

TEST_F(FrontDoor, shows_both_texts_where_two_wrote_on_one_contact_and_takes_what_one_alone_changed) {
    const std::string when = "do=save&received-day=3&received-month=3&received-year=2026&received-time=14%3A10&";
    const auto saved = save_new("worries=Bruises");
    const web::Fields path{{"id", id_in(saved)}};
    const auto change = [&](const std::string& fields) { return duty.post("/contacts/{id}/change", path, record::pages::VisitorForTests::form_from(1, when + fields)); };
    ASSERT_THAT(change("worries=Bruises+on+both+arms&agency=Hill+School"), HasSubstr("went to"));
    EXPECT_THAT(change("worries=A+black+eye"), testing::AllOf(HasSubstr("Bruises on both arms</div>"), HasSubstr("A black eye</div>"), HasSubstr("alone changed stays: Agency or organisation.")));
    ASSERT_THAT(change("worries=A+black+eye&merged_with=2&choose-worries=both"), HasSubstr("went to"));
    EXPECT_THAT(duty.get("/contacts/{id}", path), testing::AllOf(HasSubstr("Bruises on both arms\n\nA black eye"), HasSubstr("Hill School")));
}

TEST_F(FrontDoor, takes_no_decision_for_another_where_two_decided_at_once) {
    const std::string when = "do=save&received-day=3&received-month=3&received-year=2026&received-time=14%3A10&worries=Bruises&";
    const auto saved = save_new("worries=Bruises");
    const web::Fields path{{"id", id_in(saved)}};
    const auto change = [&](const std::string& fields) { return duty.post("/contacts/{id}/change", path, record::pages::VisitorForTests::form_from(1, when + fields)); };
    ASSERT_THAT(change("decision=advice&decision_why=Known+to+them"), HasSubstr("went to"));
    EXPECT_THAT(change("decision=nothing&decision_why=Not+for+us"), testing::AllOf(HasSubstr("Somebody else changed this contact while you were writing"), HasSubstr("Not for us</textarea>")));
    EXPECT_THAT(duty.get("/contacts/{id}", path), HasSubstr("Known to them"));
}

TEST_F(FrontDoor, says_whom_to_ring_where_a_restricted_record_fits_and_never_whose_it_is) {
    const auto sam = child_called("Sam", "Khan");
    council.add({sam}, record::Restriction{.from = Date::of(2026, 1, 5), .to = {}, .ring = "Fatima Noor, 01632 960001", .why = {"A parent works here."}});
    record::pages::VisitorForTests front_door{council, "front_door_worker", ledger::WorkerId::random(), add_contact_pages};
    record::pages::VisitorForTests colleague{council, "social_worker", ledger::WorkerId::random(), add_contact_pages};
    const auto find = [](record::pages::VisitorForTests& visitor, const std::string& typed) {
        return visitor.post("/front-door/contact", {}, "do=find&search=" + typed + "&worries=Bruises&save_key=" + ledger::IdempotencyKey::random().text());
    };
    const auto found = find(front_door, "sam+khan");
    EXPECT_THAT(found, testing::AllOf(HasSubstr("Ring Fatima Noor, 01632 960001"), HasSubstr("do not add this child a second time"), Not(HasSubstr("Sam Khan"))));
    EXPECT_THAT(found, Not(HasSubstr("add the child below")));
    EXPECT_THAT(find(front_door, "sam"), Not(HasSubstr("Fatima Noor"))) << "one word would let anybody fish for names";
    EXPECT_THAT(find(front_door, "sam+sa"), Not(HasSubstr("Fatima Noor"))) << "a name and its beginning are one word";
    EXPECT_THAT(find(colleague, "sam+khan"), Not(HasSubstr("Fatima Noor"))) << "for whoever does not answer calls there is no such record";
}

TEST_F(FrontDoor, keeps_what_was_typed_as_a_draft_until_the_contact_is_saved) {
    const auto sam = child_called("Sam", "Khan");
    record::pages::VisitorForTests worker{council, "social_worker", council.worker(), [](record::Record& record, record::pages::PageParts& parts) {
                                              add_contact_pages(record, parts);
                                              record::pages::add_draft_pages(record, parts);
                                          }};
    const std::string key = ledger::IdempotencyKey::random().text();
    const std::string typed = "save_key=" + key + "&worries=Bruises+on+both+arms&child=" + sam.text() + "&received-day=3&received-month=3&received-year=2026&received-time=14%3A10";
    EXPECT_EQ(worker.post("/drafts", {}, "draft_form=/front-door/contact&draft_name=Contact&draft_window=" + IdBytes::random().text() + "&" + typed), "went to /front-door/contact");
    const auto again = worker.get("/front-door/contact", {});
    EXPECT_THAT(again, testing::AllOf(HasSubstr("This is your draft"), HasSubstr("Bruises on both arms</textarea>"), HasSubstr("This will be in the file of Sam Khan")));
    ASSERT_THAT(worker.post("/front-door/contact", {}, "do=save&" + typed), HasSubstr("went to /contacts/"));
    EXPECT_THAT(worker.get("/front-door/contact", {}), Not(HasSubstr("This is your draft")));
}

TEST_F(FrontDoor, keeps_a_decision_as_a_draft_until_it_is_saved_and_tells_a_colleague_that_somebody_writes) {
    const auto pages = [](record::Record& record, record::pages::PageParts& parts) {
        add_contact_pages(record, parts);
        record::pages::add_draft_pages(record, parts);
    };
    record::pages::VisitorForTests worker{council, "social_worker", council.worker(), pages};
    record::pages::VisitorForTests colleague{council, "social_worker", ledger::WorkerId::random(), pages};
    const std::string id = id_in(save_new("worries=Bruises&child=" + child_called("Sam", "Khan").text()));
    const std::string typed = "starts_from=1&save_key=" + ledger::IdempotencyKey::random().text() + "&decision=advice&decision_why=The+school+nurse+will+ring+them";
    EXPECT_EQ(worker.post("/drafts", {}, "draft_form=/contacts/" + id + "&draft_name=Decision&draft_item=" + id + "&draft_window=" + IdBytes::random().text() + "&" + typed),
              "went to /contacts/" + id);
    EXPECT_THAT(worker.get("/contacts/{id}", {{"id", id}}),
                testing::AllOf(HasSubstr("This is your draft"), HasSubstr("The school nurse will ring them</textarea>"), HasSubstr("value=\"advice\" checked")));
    EXPECT_THAT(colleague.get("/contacts/{id}", {{"id", id}}), testing::AllOf(HasSubstr("has unsaved text here"), Not(HasSubstr("The school nurse"))));
    EXPECT_EQ(worker.post("/contacts/{id}/decision", {{"id", id}}, typed), "went to /contacts/" + id);
    EXPECT_THAT(worker.get("/contacts/{id}", {{"id", id}}), testing::AllOf(HasSubstr("The school nurse will ring them"), Not(HasSubstr("This is your draft"))));
    EXPECT_THAT(colleague.get("/contacts/{id}", {{"id", id}}), Not(HasSubstr("has unsaved text here")));
}

TEST_F(FrontDoor, lists_a_child_in_immediate_danger_before_one_that_has_waited_longer) {
    save_new("worries=Hungry+on+Mondays&agency=Hill+School&danger=no");
    const auto calm = waiting_contacts(council.seen()).front().item;
    duty.post("/front-door/contact", {}, record::pages::VisitorForTests::form_from(0, "do=save&received-day=3&received-month=3&received-year=2026&received-time=15%3A10&worries=A+knife&danger=yes"));
    const auto rows = waiting_contacts(council.seen());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows.front().contact.danger.is("yes"));
    EXPECT_EQ(rows.back().item, calm);
}

TEST_F(FrontDoor, puts_a_child_who_is_not_yet_born_on_record_with_a_number_and_when_they_are_expected) {
    const std::string unborn = "worries=The+midwife+rings&new-1-given_name=Unborn&new-1-family_name=Khan&new-1-expected-day=9&new-1-expected-month=8&new-1-expected-year=2026";
    EXPECT_THAT(save_new(unborn + "&new-1-born-day=1&new-1-born-month=3&new-1-born-year=2026"), HasSubstr("Give the date of birth or the expected date, not both"));
    EXPECT_THAT(save_new("worries=x&new-1-given_name=Unborn&new-1-born-day=9&new-1-born-month=8&new-1-born-year=2026"), HasSubstr("Date of birth is in the future"));
    const auto saved = save_new(unborn);
    ASSERT_THAT(saved, HasSubstr("went to /contacts/"));
    const auto found = record::search_people(council.seen(), "unborn khan", 5).people;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().expected, Date::of(2026, 8, 9));
    EXPECT_THAT(found.front().authority_id, testing::MatchesRegex("S[0-9]{8}"));
}

TEST_F(FrontDoor, says_beside_a_contact_that_another_about_the_same_child_waits_for_a_decision) {
    const auto sam = child_called("Sam", "Khan").text();
    const auto first = save_new("worries=Bruises&child=" + sam);
    EXPECT_THAT(duty.get("/contacts/{id}", {{"id", id_in(first)}}), Not(HasSubstr("waits for a decision")));
    const auto second = save_new("worries=More+bruises&child=" + sam);
    EXPECT_THAT(duty.get("/contacts/{id}", {{"id", id_in(second)}}), HasSubstr("waits for a decision"));
}

TEST_F(FrontDoor, says_what_is_wrong_with_a_new_child_and_saves_nothing) {
    const auto again = save_new("new-1-given_name=Leila&new-1-born-day=31&new-1-born-month=2&new-1-born-year=2020&worries=Bruises");
    EXPECT_THAT(again, HasSubstr("There is a problem"));
    EXPECT_THAT(again, HasSubstr("value=\"Leila\""));
    EXPECT_TRUE(waiting_contacts(council.seen()).empty());
}

TEST_F(FrontDoor, opens_a_referral_for_each_child_when_it_is_decided_to_assess) {
    const auto sam = child_called("Sam", "Khan");
    const auto leila = child_called("Leila", "Khan");
    const auto saved = save_new("child=" + sam.text() + "&child=" + leila.text() + "&who_contacted=2A&decision=assessment&decision_why=Both+at+risk&primary_need=N1");
    ASSERT_THAT(saved, HasSubstr("went to /contacts/"));
    for (const auto child : {sam, leila}) {
        const auto referrals = referrals_of(child);
        ASSERT_EQ(referrals.size(), 1U);
        EXPECT_EQ(record::day_by_key(referrals[0], "received_on"), Date::of(2026, 3, 3));
        EXPECT_EQ(record::day_by_key(referrals[0], "decided_on"), Date::of(2026, 3, 3));
        EXPECT_EQ(record::words_by_key(referrals[0], "who_referred"), "School");
        EXPECT_EQ(record::value_by_key(referrals[0], "primary_need"), record::Value(std::string("N1")));
    }
    const auto page = duty.get("/contacts/{id}", {{"id", id_in(saved)}});
    EXPECT_THAT(page, HasSubstr("Referral: assess"));
    EXPECT_THAT(page, HasSubstr("Nothing is on record of contacts")) << "what this contact led to was not known before it";
    EXPECT_THAT(page, HasSubstr("Open referral"));
    EXPECT_TRUE(waiting_contacts(council.seen()).empty());
    EXPECT_EQ(decided_contacts(council.seen(), {}, 1).whole, 1U);
    EXPECT_EQ(decided_contacts(council.seen(), {}, 99).rows.size(), 1U) << "the last page where a later one is asked for";
}

TEST_F(FrontDoor, opens_no_second_referral_for_a_child_who_has_one_open) {
    const auto sam = child_called("Sam", "Khan");
    for (int i = 0; i < 2; ++i) {
        ASSERT_THAT(save_new("child=" + sam.text() + "&decision=assessment&decision_why=At+risk"), HasSubstr("went to /contacts/"));
        council.put_clock("2026-03-04");
    }
    EXPECT_EQ(referrals_of(sam).size(), 1U);
}

TEST_F(FrontDoor, wants_a_reason_and_children_for_a_referral) {
    const auto again = save_new("decision=assessment");
    EXPECT_THAT(again, HasSubstr("Enter why you decided so"));
    EXPECT_THAT(again, HasSubstr("Find or add the children first"));
    EXPECT_TRUE(waiting_contacts(council.seen()).empty()) << "nothing was saved";
}

TEST_F(FrontDoor, lets_only_a_social_worker_or_a_manager_decide) {
    const auto saved = save_new("worries=Shouting");
    const auto path = web::Fields{{"id", id_in(saved)}};
    EXPECT_THAT(no_decider.post("/contacts/{id}/decision", path, record::pages::VisitorForTests::form_from(1, "decision=nothing&decision_why=No")), HasSubstr("refused"));
    const auto sneaked = no_decider.post("/contacts/{id}/change", path,
                                         record::pages::VisitorForTests::form_from(1, "do=save&received-day=3&received-month=3&received-year=2026&worries=Shouting&decision=nothing&decision_why=No"));
    EXPECT_THAT(sneaked, HasSubstr("went to"));
    EXPECT_EQ(waiting_contacts(council.seen()).size(), 1U) << "the change was saved without the decision";
    EXPECT_THAT(duty.get("/items/{id}/change", path), HasSubstr("refused"));
}

TEST_F(FrontDoor, shows_the_councils_threshold_guide_beside_each_decision) {
    const auto path = web::Fields{{"id", id_in(save_new("worries=Shouting"))}};
    EXPECT_THAT(duty.get("/contacts/{id}", path), Not(HasSubstr("Threshold guide"))) << "nobody wrote one";
    FrontDoorSettings settings;
    settings.threshold_guide.text = "Early help: the family wants it.";
    council.save({record::change_of(settings, front_door_settings_item(), 0, {}, council.worker())});
    EXPECT_THAT(duty.get("/contacts/{id}", path), HasSubstr("Early help: the family wants it."));
    EXPECT_THAT(duty.get("/front-door/contact", {}), HasSubstr("Early help: the family wants it."));
    EXPECT_THAT(no_decider.get("/contacts/{id}", path), Not(HasSubstr("Threshold guide"))) << "they decide nothing";
}

TEST_F(FrontDoor, takes_one_decision_of_two_made_at_once) {
    const auto saved = save_new("worries=Shouting");
    const auto path = web::Fields{{"id", id_in(saved)}};
    EXPECT_THAT(duty.post("/contacts/{id}/decision", path, record::pages::VisitorForTests::form_from(1, "decision=advice&decision_why=Rang+back")), HasSubstr("went to"));
    const auto second = duty.post("/contacts/{id}/decision", path, record::pages::VisitorForTests::form_from(1, "decision=nothing&decision_why=No"));
    EXPECT_THAT(second, HasSubstr("Somebody decided on this contact"));
    EXPECT_THAT(second, HasSubstr("Advice or another agency"));
    EXPECT_EQ(council.record().book()->find(the_contact(saved))->head().version, 2U);
}

TEST_F(FrontDoor, flags_a_re_referral_within_twelve_months_with_why_the_last_one_closed) {
    const auto sam = child_called("Sam", "Khan");
    const auto& referral = *catalogue_for_tests().find("referral");
    record::Content content;
    record::set_by_key(referral, content.values, "received_on", Date::of(2025, 3, 3).value());
    record::set_by_key(referral, content.values, "closed_on", Date::of(2025, 6, 2).value());
    record::set_by_key(referral, content.values, "why_closed", std::string("RC8"));
    council.save({record::change_of(referral, ledger::ItemId::random(), 0, {sam}, content, council.worker())});
    const auto saved = save_new("child=" + sam.text() + "&worries=Shouting");
    const auto page = duty.get("/contacts/{id}", {{"id", id_in(saved)}});
    EXPECT_THAT(page, HasSubstr("Re-referral"));
    EXPECT_THAT(page, HasSubstr("closed 2 June 2025: Closed after assessment, no further action"));
}

TEST_F(FrontDoor, does_not_flag_a_referral_of_more_than_twelve_months_ago) {
    const auto sam = child_called("Sam", "Khan");
    const auto& referral = *catalogue_for_tests().find("referral");
    record::Content content;
    record::set_by_key(referral, content.values, "received_on", Date::of(2025, 3, 2).value());
    record::set_by_key(referral, content.values, "closed_on", Date::of(2025, 6, 2).value());
    council.save({record::change_of(referral, ledger::ItemId::random(), 0, {sam}, content, council.worker())});
    const auto saved = save_new("child=" + sam.text() + "&worries=Shouting");
    EXPECT_THAT(duty.get("/contacts/{id}", {{"id", id_in(saved)}}), Not(HasSubstr("Re-referral")));
}

TEST_F(FrontDoor, shows_what_was_done_about_a_brother_or_sister_who_is_not_on_the_contact) {
    const auto sam = child_called("Sam", "Khan");
    const auto leila = child_called("Leila", "Khan");
    const auto mother = child_called("Noor", "Khan");
    for (const auto child : {sam, leila}) {
        record::Relationship relationship;
        relationship.person.item = record::item_of(child);
        relationship.relative.item = record::item_of(mother);
        for (const auto& kind : record::all_relationship_kinds())
            if (kind.counts == record::RelationshipKind::Counts::parent && kind.is_by_birth) relationship.kind.code = kind.code;
        council.add({child, mother}, relationship);
    }
    ASSERT_THAT(save_new("child=" + leila.text() + "&worries=Shouting&decision=early_help&decision_why=Help"), HasSubstr("went to"));
    const auto saved = save_new("child=" + sam.text() + "&worries=Shouting");
    const auto page = duty.get("/contacts/{id}", {{"id", id_in(saved)}});
    EXPECT_THAT(page, HasSubstr("Brother or sister of Sam Khan"));
    EXPECT_THAT(page, HasSubstr("Early help"));
}

TEST_F(FrontDoor, saves_once_what_was_sent_twice) {
    const auto form = record::pages::VisitorForTests::form_from(0, "do=save&received-day=3&received-month=3&received-year=2026&worries=Shouting&new-1-given_name=Leila");
    const auto first = duty.post("/front-door/contact", {}, form);
    EXPECT_EQ(duty.post("/front-door/contact", {}, form), first);
    EXPECT_EQ(waiting_contacts(council.seen()).size(), 1U);
    EXPECT_EQ(record::search_people(council.seen(), "leila", 5).people.size(), 1U);
}

TEST_F(FrontDoor, lists_the_one_with_least_time_left_first) {
    ASSERT_THAT(save_new("worries=Later"), HasSubstr("went to"));
    ASSERT_THAT(duty.post("/front-door/contact", {}, record::pages::VisitorForTests::form_from(0, "do=save&received-day=2&received-month=3&received-year=2026&received-time=9%3A00&worries=Sooner")),
                HasSubstr("went to"));
    const auto rows = waiting_contacts(council.seen());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].contact.received.first_day(), Date::of(2026, 3, 2));
    EXPECT_THAT(duty.get("/front-door", {}), HasSubstr("Late"));
}

}  // namespace
}  // namespace steadfast::practice
