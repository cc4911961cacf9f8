#include "record/pages/put_right_pages.hpp"

#include "record/pages/visitor_for_tests.hpp"
#include "record/put_right/dispute.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Trip {
    std::string place;
    Narrative words;
    Narrative said;
};

}  // namespace
}  // namespace steadfast::record::pages

namespace steadfast::record {

template <>
const ItemType& type_of<pages::Trip>() {
    using pages::Trip;
    static const ItemType type({.key = "trip", .name = "Trip", .plural = "Trips", .happened = "", .ended = "", .summary = {"place"}},
                               {
                                   field<&Trip::place>("place", "Place").required(),
                                   field<&Trip::words>("words", "What happened"),
                                   field<&Trip::said>("said", "What this child said").about_each(),
                               });
    return type;
}

}  // namespace steadfast::record

namespace steadfast::record::pages {
namespace {

class PutRight : public testing::Test {
protected:
    PutRight() {
        for (const ItemType* type : {&type_of<Person>(), &type_of<Trip>(), &type_of<Dispute>()}) catalogue_.add(*type);
        council_.emplace(catalogue_);
        worker_.emplace(*council_, "social_worker");
        governance_.emplace(*council_, "governance");
        amira_ = add_child("Amira");
        sam_ = add_child("Sam");
        item_ = add_trip();
    }
    ledger::SubjectId add_child(const std::string& name) {
        Person person;
        person.given_name = name;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    ledger::ItemId add_trip() {
        Trip trip{"the wrong house", {"Words about somebody else."}, {"Ducks"}};
        Content content;
        content.values = type_of<Trip>().values_of(trip);
        Content about;
        about.values = content.values;
        content.about = {about};
        const auto item = ledger::ItemId::random();
        council_->save({change_of(type_of<Trip>(), item, 0, {amira_}, content, council_->worker())});
        return item;
    }
    std::string move(const std::string& fields) {
        return worker_->post("/items/{id}/move", {{"id", item_.text()}}, VisitorForTests::form_from(council_->record().book()->find(item_)->head().version, fields));
    }
    std::string moves_to_sam(const std::string& more = "&because=Two+children+of+that+name") {
        return move("find_child=sam&move=yes&wrong=" + amira_.text() + "&right=" + sam_.text() + more);
    }
    std::string dispute(const std::string& fields) {
        return worker_->post("/items/{id}/dispute", {{"id", item_.text()}}, VisitorForTests::form_from(0, fields));
    }
    std::string page(VisitorForTests& visitor, const std::string& query = "") { return visitor.get("/items/{id}", {{"id", item_.text()}}, query); }
    std::size_t items_about(ledger::SubjectId child) {
        std::size_t count = 0;
        council_->record().book()->each_about(child, [&count](const Found& found) { count += &found.type() == &type_of<Trip>() ? 1 : 0; });
        return count;
    }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<VisitorForTests> worker_;
    std::optional<VisitorForTests> governance_;
    ledger::SubjectId amira_;
    ledger::SubjectId sam_;
    ledger::ItemId item_;
};

TEST_F(PutRight, moves_everything_that_was_said_to_the_right_child) {
    EXPECT_EQ(moves_to_sam(), "went to /items/" + item_.text());
    EXPECT_EQ(items_about(amira_), 0u);
    EXPECT_EQ(items_about(sam_), 1u);
    const auto book = council_->record().book();
    const auto entry = council_->record().latest_entry(*book, *book->find(item_)).value();
    EXPECT_EQ(entry.kind, ledger::Kind::moved);
    EXPECT_EQ(entry.subjects, std::vector{sam_});
    EXPECT_THAT(entry.parts.at(0).part.narrative, HasSubstr("Ducks"));
    EXPECT_THAT(page(*worker_), AllOf(HasSubstr("Only about Sam"), HasSubstr("Words about somebody else."), HasSubstr("Why: Two children of that name"), Not(HasSubstr("Amira"))));
}

TEST_F(PutRight, leaves_what_stood_on_the_wrong_child_to_information_governance) {
    moves_to_sam();
    EXPECT_THAT(page(*worker_, "version=1"), HasSubstr("refused: There is no such version"));
    EXPECT_THAT(page(*governance_, "version=1"), HasSubstr("the wrong house"));
}

TEST_F(PutRight, says_why_of_one_version_and_not_of_the_next) {
    moves_to_sam();
    const auto changed = worker_->post("/items/{id}/change", {{"id", item_.text()}}, VisitorForTests::form_from(2, "place=the+house&because=It+was+number+nine"));
    EXPECT_THAT(changed, HasSubstr("went to"));
    EXPECT_THAT(page(*worker_), AllOf(HasSubstr("Why: It was number nine"), Not(HasSubstr("Two children"))));
    worker_->post("/items/{id}/change", {{"id", item_.text()}}, VisitorForTests::form_from(3, "place=the+house"));
    EXPECT_THAT(page(*worker_), Not(HasSubstr("Why:")));
}

TEST_F(PutRight, asks_for_the_right_child_and_for_what_went_wrong) {
    EXPECT_THAT(move("find_child="), HasSubstr("Enter a name"));
    EXPECT_THAT(move("find_child=amira"), HasSubstr("Nobody else on record fits this")) << "it is about Amira already";
    EXPECT_THAT(move("find_child=sam"), AllOf(HasSubstr(sam_.text()), HasSubstr("What went wrong")));
    EXPECT_THAT(moves_to_sam(""), HasSubstr("Enter what went wrong"));
    EXPECT_THAT(move("find_child=sam&move=yes&because=x"), HasSubstr("Choose whose record it belongs to"));
    EXPECT_EQ(items_about(amira_), 1u);
}

TEST_F(PutRight, moves_nothing_that_somebody_changed_meanwhile) {
    worker_->post("/items/{id}/change", {{"id", item_.text()}}, VisitorForTests::form_from(1, "place=the+house"));
    const auto late = worker_->post("/items/{id}/move", {{"id", item_.text()}},
                                    VisitorForTests::form_from(1, "find_child=sam&move=yes&because=x&wrong=" + amira_.text() + "&right=" + sam_.text()));
    EXPECT_THAT(late, HasSubstr("refused: Version 2 is there now"));
}

TEST_F(PutRight, moves_no_person) {
    EXPECT_THAT(worker_->get("/items/{id}/move", {{"id", item_of(amira_).text()}}), HasSubstr("refused: Who somebody is can't be moved"));
    EXPECT_THAT(worker_->get("/items/{id}", {{"id", item_of(amira_).text()}}), Not(HasSubstr("Move it")));
    EXPECT_THAT(page(*worker_), HasSubstr("Move it"));
}

TEST_F(PutRight, takes_a_person_off_the_record_who_was_added_by_mistake_and_none_about_whom_something_is_recorded) {
    const auto take_off = [&](ledger::SubjectId person) {
        return worker_->post("/items/{id}/withdraw", {{"id", item_of(person).text()}}, VisitorForTests::form_from(1, "because=Typed+twice"));
    };
    EXPECT_THAT(worker_->get("/items/{id}/withdraw", {{"id", item_of(amira_).text()}}), HasSubstr("refused: This person has a record"));
    EXPECT_THAT(take_off(amira_), HasSubstr("refused: This person has a record"));
    EXPECT_EQ(items_about(amira_), 1u);
    EXPECT_EQ(take_off(sam_), "went to /search") << "their own page is gone";
    EXPECT_THAT(worker_->get("/items/{id}", {{"id", item_of(amira_).text()}}), HasSubstr("Amira"));
}

TEST_F(PutRight, lets_somebody_disagree_with_what_is_recorded_about_who_they_are) {
    const std::string person = item_of(amira_).text();
    EXPECT_THAT(worker_->get("/items/{id}/dispute", {{"id", person}}), HasSubstr("Somebody disagrees with this"));
    EXPECT_EQ(worker_->post("/items/{id}/dispute", {{"id", person}},
                            VisitorForTests::form_from(1, "said_on-day=1&said_on-month=3&said_on-year=2026&by_whom=Her+mother&words=She+is+older.")),
              "went to /items/" + person);
    EXPECT_THAT(worker_->get("/items/{id}", {{"id", person}}), AllOf(HasSubstr("Her mother disagrees with this"), HasSubstr("She is older.")));
}

TEST_F(PutRight, shows_beside_the_text_that_somebody_disagrees_and_takes_nothing_away) {
    EXPECT_EQ(dispute("said_on-day=1&said_on-month=3&said_on-year=2026&by_whom=The+father&words=I+was+never+there.&answer=We+asked+the+school."), "went to /items/" + item_.text());
    EXPECT_THAT(page(*worker_), AllOf(HasSubstr("The father disagrees with this"), HasSubstr("I was never there."), HasSubstr("We asked the school."), HasSubstr("the wrong house")));
    EXPECT_THAT(dispute("words=x"), AllOf(HasSubstr("Enter who disagrees"), HasSubstr("Enter a date for &#39;When they said so&#39;")));
}

}  // namespace
}  // namespace steadfast::record::pages
