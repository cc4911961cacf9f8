#include "practice/visits/quick_note.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/visits/visit.hpp"
#include "record/item/form.hpp"
#include "record/letters/letter_pages.hpp"
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

class NoteOfAVisit : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    VisitorForTests worker{council, "social_worker", council.worker(), [](record::Record& record, record::pages::PageParts& parts) {
                               add_quick_note(record, parts);
                               record::pages::add_draft_pages(record, parts);
                               record::letters::add_pages(record, parts);
                           }};
    ledger::SubjectId amira = child_called("Amira");
    ledger::SubjectId sam = child_called("Sam");

    NoteOfAVisit() {
        Visit before;
        before.happened = When::day(Date::of(2026, 3, 2).value());
        council.add({amira, sam}, before);
    }
    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    std::string send(const std::string& fields) {
        return worker.post("/children/{id}/note", {{"id", amira.text()}},
                           VisitorForTests::form_from(0, "happened-day=3&happened-month=3&happened-year=2026&happened-time=14:10&" + fields));
    }
    std::string whole_form() { return worker.get("/children/{id}/add/{kind}", {{"id", amira.text()}, {"kind", "visit"}}); }
    std::string drafts() { return worker.get("/drafts", {}); }
};

TEST_F(NoteOfAVisit, goes_on_in_the_whole_form_with_what_was_typed) {
    EXPECT_EQ(send("words=They+were+baking&alone=" + sam.text() + "&whole_form=yes"), "went to /children/" + amira.text() + "/add/visit");
    const std::string form = whole_form();
    EXPECT_THAT(form, AllOf(HasSubstr("They were baking</textarea>"), HasSubstr("value=\"14:10\""), HasSubstr("files of Amira Khan and Sam Khan")));
    const auto ticked = [](const std::string& name, const std::string& value) { return HasSubstr("name=\"" + name + "\" value=\"" + value + "\" checked"); };
    EXPECT_THAT(form, ticked(record::input_about(sam, "seen"), "alone"));
    EXPECT_THAT(form, Not(ticked(record::input_about(amira, "seen"), "not_seen"))) << "nobody said that she was not seen";
}

TEST_F(NoteOfAVisit, writes_over_no_whole_form_that_was_begun_before) {
    ASSERT_THAT(send("words=The+first&whole_form=yes"), HasSubstr("went to"));
    EXPECT_THAT(send("words=The+second&whole_form=yes"), AllOf(HasSubstr("You have begun the whole form of another visit"), HasSubstr("The second</textarea>")));
    EXPECT_THAT(whole_form(), HasSubstr("The first</textarea>"));
}

TEST_F(NoteOfAVisit, goes_out_in_words_without_the_codes_that_analysts_read) {
    ASSERT_THAT(send("words=They+were+baking&alone=" + amira.text()), HasSubstr("went to /items/"));
    const std::string page = worker.post("/children/{id}/print", {{"id", amira.text()}}, "recipient=Ann&part=texts&as=page");
    EXPECT_THAT(page, AllOf(HasSubstr("For Ann."), HasSubstr("Seen alone"), Not(HasSubstr("(alone)"))));
}

}  // namespace
}  // namespace steadfast::practice
