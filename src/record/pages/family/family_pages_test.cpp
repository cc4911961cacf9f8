#include "record/pages/family/family_pages.hpp"

#include "record/items.hpp"
#include "record/pages/family/genogram_view.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/relationship.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string family = "/children/{id}/family";
const std::string add = "/children/{id}/family/add";
const std::string address = "/children/{id}/family/address";

class FamilyPages : public testing::Test {
protected:
    FamilyPages() {
        add_items(catalogue_);
        council_.emplace(catalogue_);
        visitor_.emplace(*council_, "social_worker", council_->worker(), add_family_pages);
        amira_ = add_person("Amira");
    }
    ledger::SubjectId add_person(const std::string& name) {
        Person person;
        person.given_name = name;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    static web::Fields of(ledger::SubjectId person) { return {{"id", person.text()}}; }
    template <class T>
    std::vector<T> all() {
        std::vector<T> items;
        council_->record().book()->each_of(type_of<T>(), [&](const Found& found) { items.push_back(found.table->item<T>(found.row)); });
        return items;
    }
    static std::string new_mother() { return VisitorForTests::form_from(0, "words=Leila&who=new&given_name=Leila&kind=adult&sex=F&relationship=parent&responsibility=yes&basis=mother"); }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<VisitorForTests> visitor_;
    ledger::SubjectId amira_;
};

TEST_F(FamilyPages, save_a_form_that_was_sent_twice_once) {
    const std::string form = new_mother();
    const std::string first = visitor_->post(add, of(amira_), form);
    EXPECT_EQ(first, "went to /children/" + amira_.text() + "/family");
    EXPECT_EQ(visitor_->post(add, of(amira_), form), first);
    EXPECT_EQ(all<Person>().size(), 2u);
    ASSERT_EQ(all<Relationship>().size(), 1u);
    EXPECT_EQ(subject_of(all<Relationship>()[0].person.item), amira_);
    EXPECT_EQ(all<Relationship>()[0].basis.code, "mother");
    EXPECT_THAT(visitor_->get(family, of(amira_)), AllOf(HasSubstr("Leila"), HasSubstr("Mother"), HasSubstr("Children Act 1989 section 2"), HasSubstr("<svg")));
}

TEST_F(FamilyPages, give_a_number_to_a_child_who_is_put_on_record_as_a_relative_and_none_to_an_adult) {
    (void)visitor_->post(add, of(amira_), new_mother());
    (void)visitor_->post(add, of(amira_), VisitorForTests::form_from(0, "words=Sam&who=new&given_name=Sam&kind=child&sex=M&relationship=sibling"));
    std::map<std::string, std::string> number_of;
    for (const Person& person : all<Person>()) number_of[person.given_name] = person.authority_id;
    ASSERT_EQ(number_of.size(), 3u);
    EXPECT_EQ(number_of["Leila"], "");
    EXPECT_THAT(number_of["Sam"], testing::MatchesRegex("S[0-9]{8}"));
}

TEST_F(FamilyPages, turn_a_relationship_that_is_said_the_other_way_round) {
    const auto leila = add_person("Leila");
    (void)visitor_->post(add, of(leila), VisitorForTests::form_from(0, "words=Amira&who=" + amira_.text() + "&relationship=parent.other_way"));
    ASSERT_EQ(all<Relationship>().size(), 1u);
    EXPECT_EQ(subject_of(all<Relationship>()[0].person.item), amira_);
    EXPECT_EQ(subject_of(all<Relationship>()[0].relative.item), leila);
}

TEST_F(FamilyPages, make_nobody_a_relative_of_their_own_and_take_nobody_who_is_not_on_record) {
    for (const std::string& who : {amira_.text(), ledger::SubjectId::random().text(), std::string("somebody")})
        EXPECT_THAT(visitor_->post(add, of(amira_), VisitorForTests::form_from(0, "words=Amira&relationship=sibling&who=" + who)), HasSubstr("There is a problem"));
    EXPECT_TRUE(all<Relationship>().empty());
}

TEST_F(FamilyPages, do_not_record_the_same_of_two_people_twice) {
    const auto leila = add_person("Leila");
    const auto relate = [&](const std::string& kind) { return visitor_->post(add, of(amira_), VisitorForTests::form_from(0, "words=x&who=" + leila.text() + "&relationship=" + kind)); };
    EXPECT_THAT(relate("parent"), HasSubstr("went to"));
    EXPECT_THAT(relate("parent"), HasSubstr("Leila is on record as that already"));
    EXPECT_THAT(relate("special_guardian"), HasSubstr("went to"));
    EXPECT_THAT(visitor_->post(add, of(leila), VisitorForTests::form_from(0, "words=x&who=" + amira_.text() + "&relationship=parent.other_way")),
                HasSubstr("Amira is on record as that already"));
    EXPECT_EQ(all<Relationship>().size(), 2u);
}

TEST_F(FamilyPages, escape_whatever_somebody_is_called) {
    const std::string odd = "</title><script>\"'&";
    const auto sibling = add_person(odd);
    (void)visitor_->post(add, of(amira_), VisitorForTests::form_from(0, "words=x&relationship=sibling&who=" + sibling.text()));
    const std::string page = visitor_->get(family, of(amira_));
    EXPECT_THAT(page, AllOf(HasSubstr("&lt;script&gt;"), Not(HasSubstr("<script"))));
}

TEST_F(FamilyPages, record_a_move_of_several_once_and_end_the_home_that_all_of_them_left) {
    const auto leila = add_person("Leila");
    (void)visitor_->post(add, of(amira_), VisitorForTests::form_from(0, "words=Leila&relationship=parent&who=" + leila.text()));
    const std::string both = "who=" + amira_.text() + "&who=" + leila.text() + "&kind=home";
    (void)visitor_->post(address, of(amira_), VisitorForTests::form_from(0, both + "&house_and_street=1+Mill+Lane&postcode=zz12ab"));
    EXPECT_THAT(visitor_->post(address, of(amira_), VisitorForTests::form_from(0, both + "&house_and_street=2+Far+Road&moved=yes")),
                HasSubstr("Enter the day from which they live there"));
    (void)visitor_->post(address, of(amira_), VisitorForTests::form_from(0, both + "&house_and_street=2+Far+Road&moved=yes&from-day=1&from-month=2&from-year=2026"));
    const auto homes = all<Address>();
    ASSERT_EQ(homes.size(), 2u);
    EXPECT_EQ(homes[0].postcode, "ZZ1 2AB");
    EXPECT_EQ(homes[0].to, Date::of(2026, 2, 1));
    EXPECT_FALSE(homes[1].to);
}

TEST_F(FamilyPages, let_a_colleague_take_an_alert_over) {
    Alert alert;
    alert.kind.code = "animal";
    alert.says = "Large dog";
    alert.owner.item = ledger::ItemId(council_->worker().bytes());
    alert.from = Date::of(2026, 1, 1);
    alert.review_on = Date::of(2026, 2, 1);
    const auto item = council_->add({amira_}, alert);
    const auto colleague = ledger::WorkerId::random();
    VisitorForTests other(*council_, "social_worker", colleague, add_family_pages);
    EXPECT_THAT(other.get(family, of(amira_)), AllOf(HasSubstr("Large dog"), HasSubstr("I look after it from now on")));
    EXPECT_EQ(other.post("/alerts/{id}/owner", {{"id", item.text()}}, ""), "went to /children/" + amira_.text() + "/family");
    EXPECT_EQ(all<Alert>()[0].owner.item.bytes(), colleague.bytes());
    EXPECT_THAT(other.get(family, of(amira_)), Not(HasSubstr("I look after it from now on")));
    EXPECT_THAT(other.post("/alerts/{id}/owner", {{"id", item_of(amira_).text()}}, ""), HasSubstr("refused: There is no such alert"));
}

TEST_F(FamilyPages, show_a_confidential_address_to_nobody_who_need_not_know_it) {
    Address hidden;
    hidden.kind.code = "home";
    hidden.house_and_street = "7 Quillfeather Lane";
    hidden.is_confidential = true;
    (void)council_->add({amira_}, hidden);
    VisitorForTests other(*council_, "social_worker", ledger::WorkerId::random(), add_family_pages);
    EXPECT_THAT(visitor_->get(family, of(amira_)), AllOf(HasSubstr("Quillfeather"), HasSubstr("Confidential")));
    EXPECT_THAT(other.get(family, of(amira_)), AllOf(Not(HasSubstr("Quillfeather")), Not(HasSubstr("onfidential"))));
}

}  // namespace
}  // namespace steadfast::record::pages
