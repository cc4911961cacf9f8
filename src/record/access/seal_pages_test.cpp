#include "record/access/seal_pages.hpp"

#include "record/access/guards.hpp"
#include "record/items.hpp"
#include "record/pages/page_parts.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/family.hpp"
#include "record/people/relationship.hpp"
#include "record/search/duplicates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue made;
        record::add_items(made);
        return made;
    }();
    return all;
}

/// A child who is about to be adopted, and the people of the council round that.
class AtAnAdoptionOrder : public testing::Test {
protected:
    AtAnAdoptionOrder() {
        Person child;
        child.given_name = "Sam";
        child.family_name = "Khan";
        child.authority_id = "7001";
        child.upn = "A123456789012";
        child.nhs_number = "9434765919";
        child.born = Date::of(2021, 4, 3);
        child.sex.code = "M";
        child_ = add(child);
        Person mother;
        mother.given_name = "Noor";
        mother.family_name = "Khan";
        Relationship relationship;
        relationship.person.item = item_of(child_);
        relationship.relative.item = item_of(add(mother));
        for (const auto& kind : all_relationship_kinds())
            if (kind.counts == RelationshipKind::Counts::parent && kind.is_by_birth) relationship.kind.code = kind.code;
        council_.add({child_, subject_of(relationship.relative.item)}, relationship);
        Permit permit;
        permit.worker.item = ledger::ItemId(named_.bytes());
        permit.opens.code = "sealed";
        permit.from = Date::of(2026, 1, 5);
        council_.add({child_}, permit);
    }
    ledger::SubjectId add(const Person& person) {
        const auto item = ledger::ItemId::random();
        council_.save({change_of(person, item, 0, {subject_of(item)}, council_.worker())});
        return subject_of(item);
    }
    VisitorForTests visitor(std::string_view role_code, ledger::WorkerId worker) { return {council_, role_code, worker, add_pages}; }
    SeenBook seen_by(std::string_view role_code, ledger::WorkerId worker = ledger::WorkerId::random()) { return {council_.record().book(), {worker, role_code, council_.now()}}; }
    std::string seal(VisitorForTests& by, const std::string& names = "new_given_name=Samuel&new_family_name=Reed") {
        return by.post("/children/{id}/access/seal", path_of(child_), "save_key=" + ledger::IdempotencyKey::random().text() + "&" + names);
    }
    static web::Fields path_of(ledger::SubjectId child) { return {{"id", child.text()}}; }
    /// The record that the child began, as the seal says.
    std::optional<ledger::SubjectId> began() {
        std::optional<ledger::SubjectId> began;
        council_.record().book()->each_of(type_of<AdoptionSeal>(), [&began](const Found& found) {
            const auto becomes = found.table->item<AdoptionSeal>(found.row).becomes.item;
            if (!becomes.is_none()) began = subject_of(becomes);
        });
        return began;
    }

    RecordForTests council_{catalogue()};
    ledger::WorkerId named_ = ledger::WorkerId::random();
    ledger::SubjectId child_;
    VisitorForTests governance_ = visitor("governance", council_.worker());
    VisitorForTests adoption_worker_ = visitor("adoption_worker", named_);
};

TEST_F(AtAnAdoptionOrder, a_new_person_begins_with_their_new_names_and_nothing_that_leads_back) {
    EXPECT_EQ(seal(governance_), "went to /") << "whoever sealed it finds it no more";
    ASSERT_TRUE(began());
    EXPECT_FALSE(seen_by("governance").child(child_));
    const SeenBook book = seen_by("social_worker");
    const auto person = book.child(*began());
    ASSERT_TRUE(person);
    EXPECT_EQ(person->name, "Samuel Reed");
    EXPECT_EQ(person->person.born, Date::of(2021, 4, 3));
    EXPECT_TRUE(person->person.sex.is("M"));
    EXPECT_TRUE(person->person.authority_id.empty() && person->person.upn.empty() && person->person.former_upn.empty() && person->person.nhs_number.empty());
    EXPECT_THAT(family_of(book, *person).people, SizeIs(1)) << "the family of birth is not theirs";
    EXPECT_THAT(search_people(book, "sam khan", 5).people, IsEmpty());
    EXPECT_THAT(search_people(book, "samuel reed", 5).people, SizeIs(1));
}

TEST_F(AtAnAdoptionOrder, only_who_is_named_for_the_sealed_record_finds_the_way_from_one_to_the_other) {
    seal(governance_);
    ASSERT_TRUE(began());
    const std::string to_new = "/children/" + began()->text();
    const std::string to_old = "/children/" + child_.text();
    EXPECT_THAT(adoption_worker_.get("/children/{id}", path_of(child_)), AllOf(HasSubstr("sealed at an adoption order"), HasSubstr("href=\"" + to_new + "\"")));
    EXPECT_THAT(adoption_worker_.get("/children/{id}", path_of(*began())), AllOf(HasSubstr("began at an adoption order"), HasSubstr("href=\"" + to_old + "\"")));
    for (const auto role_code : {"social_worker", "governance", "director", "adoption_worker"}) {
        VisitorForTests other = visitor(role_code, ledger::WorkerId::random());
        EXPECT_THAT(other.get("/children/{id}", path_of(*began())), AllOf(HasSubstr("Chronology"), Not(HasSubstr(child_.text())), Not(HasSubstr("adoption order")))) << role_code;
        EXPECT_THAT(other.get("/children/{id}", path_of(child_)), HasSubstr("refused")) << role_code;
    }
}

TEST_F(AtAnAdoptionOrder, no_line_of_the_access_log_is_about_both) {
    seal(governance_);
    const auto lines = council_.record().ledger().store().access_lines(child_, Instant(), council_.now().plus_seconds(1), 100).value();
    EXPECT_FALSE(lines.empty());
    for (const ledger::AccessLine& line : lines) EXPECT_THAT(line.children, SizeIs(1));
}

TEST_F(AtAnAdoptionOrder, nothing_is_sealed_without_the_new_names) {
    EXPECT_THAT(seal(governance_, "new_given_name=Samuel&new_family_name="), AllOf(HasSubstr("Enter the family name after the order"), HasSubstr("value=\"Samuel\"")));
    EXPECT_FALSE(began());
    EXPECT_TRUE(seen_by("governance").child(child_));
}

TEST_F(AtAnAdoptionOrder, sending_the_form_twice_begins_one_person) {
    const std::string form = "save_key=" + ledger::IdempotencyKey::random().text() + "&new_given_name=Samuel&new_family_name=Reed";
    VisitorForTests first = visitor("governance", council_.worker());
    EXPECT_EQ(first.post("/children/{id}/access/seal", path_of(child_), form), "went to /");
    EXPECT_THAT(first.post("/children/{id}/access/seal", path_of(child_), form), HasSubstr("refused")) << "the record is not theirs to find any more";
    EXPECT_THAT(search_people(seen_by("social_worker"), "samuel reed", 5).people, SizeIs(1));
}

TEST_F(AtAnAdoptionOrder, a_record_that_was_sealed_without_one_gets_its_new_person_from_an_adoption_worker) {
    AdoptionSeal sealed;
    sealed.from = Date::of(2026, 1, 5);
    council_.add({child_}, sealed);
    EXPECT_THAT(adoption_worker_.get("/children/{id}/access", path_of(child_)), HasSubstr("Begin the new record"));
    EXPECT_EQ(seal(adoption_worker_), "went to /children/" + child_.text() + "/access");
    ASSERT_TRUE(began());
    EXPECT_THAT(adoption_worker_.get("/children/{id}/access", path_of(child_)), Not(HasSubstr("Begin the new record")));
    EXPECT_THAT(seal(adoption_worker_), HasSubstr("The new record was begun already."));
}

}  // namespace
}  // namespace steadfast::record::pages
