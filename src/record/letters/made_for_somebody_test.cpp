#include "record/letters/made_for_somebody.hpp"

#include "record/access/guards.hpp"
#include "record/item/round_trip.hpp"
#include "record/items.hpp"
#include "record/letters/letter.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/letters/made_list.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/pages/walk_for_tests.hpp"

#include <gmock/gmock.h>

namespace steadfast::record::letters {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(MadeForSomebody, goes_to_the_ledger_and_back_unchanged) { expect_there_and_back<MadeForSomebody>(); }

class WhatWentOut : public testing::Test {
protected:
    WhatWentOut() {
        add_items(catalogue_);
        catalogue_.add(type_of<pages::Walk>());
        council_.emplace(catalogue_);
        visitor_.emplace(*council_, "governance", council_->worker(), add_pages);
        amira_ = add("Amira");
        sam_ = add("Sam");
    }
    ledger::SubjectId add(const std::string& given) {
        Person person;
        person.given_name = given;
        person.authority_id = "N-" + given;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    std::string print(ledger::SubjectId child, const std::string& form) { return visitor_->post("/children/{id}/print", {{"id", child.text()}}, form); }
    std::string made(ledger::SubjectId child, const std::string& query = "") { return visitor_->get("/children/{id}/made", {{"id", child.text()}}, query); }
    std::vector<MadeLine> all() { return all_made(governance(), {}); }
    SeenBook governance() { return SeenBook(council_->record().book(), {council_->worker(), "governance", council_->now()}); }
    static std::string key() { return "&save_key=" + ledger::IdempotencyKey::random().text(); }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<pages::VisitorForTests> visitor_;
    ledger::SubjectId amira_;
    ledger::SubjectId sam_;
};

TEST_F(WhatWentOut, stands_on_the_childs_page_with_what_for_whom_and_by_whom) {
    EXPECT_THAT(made(amira_), HasSubstr("Nothing like this was made for anybody"));
    ASSERT_THAT(print(amira_, "recipient=Ann+Reed&capacity=solicitor&part=facts&part=events&as=page" + key()), HasSubstr("For Ann Reed"));
    EXPECT_THAT(made(amira_), AllOf(HasSubstr("1 print, list or letter"), HasSubstr("Ann Reed (solicitor)"), HasSubstr("From the record: name and date of birth, chronology"), HasSubstr("Print")));
    EXPECT_THAT(made(sam_), HasSubstr("Nothing like this"));
    ASSERT_EQ(all().size(), 1U);
    EXPECT_EQ(all().front().by, council_->worker());
}

TEST_F(WhatWentOut, is_noted_once_however_often_the_answer_to_one_form_is_loaded_again) {
    const std::string form = "recipient=Ann&part=facts&as=page" + key();
    EXPECT_THAT(print(amira_, form), HasSubstr("For Ann"));
    EXPECT_THAT(print(amira_, form), HasSubstr("For Ann"));
    EXPECT_EQ(all().size(), 1U);
    print(amira_, "recipient=Ann&part=facts&as=page" + key());
    EXPECT_EQ(all().size(), 2U) << "the form was opened a second time: it is a second print";
}

TEST_F(WhatWentOut, is_another_where_one_goes_back_and_names_somebody_else) {
    const std::string one_form = key();
    print(amira_, "recipient=Ann&part=facts&as=page" + one_form);
    print(amira_, "recipient=Bob&part=facts&as=page" + one_form);
    print(amira_, "recipient=Bob&part=facts&as=csv" + one_form);
    EXPECT_EQ(all().size(), 3U);
}

TEST_F(WhatWentOut, is_not_what_was_refused) {
    print(amira_, "recipient=&part=facts&as=page" + key());
    print(amira_, "recipient=Ann&as=page" + key());
    EXPECT_TRUE(all().empty());
}

TEST_F(WhatWentOut, counts_letters_lists_and_each_child_of_a_list) {
    council_->add({amira_}, Letter{.title = "Your meeting", .written_on = Date::parse_iso("2026-02-27").value(), .recipient = "Ann", .capacity = "", .recipient_address = "", .words = {"Dear Ann"},
                                   .may_know = "", .written_from = {}});
    council_->add({amira_, sam_}, pages::Walk{.on = Date::parse_iso("2026-02-27").value(), .place = "the park", .words = {}, .said = {}});
    ASSERT_THAT(visitor_->post("/kinds/{kind}/export", {{"kind", "walk"}}, "recipient=The+board" + key()), HasSubstr("the park"));
    EXPECT_THAT(made(amira_), AllOf(HasSubstr("2 prints, lists and letters"), HasSubstr("Walks: a list"), HasSubstr("Your meeting")));
    EXPECT_THAT(made(sam_), AllOf(HasSubstr("The board"), Not(HasSubstr("Your meeting"))));
    EXPECT_THAT(made(amira_, "as=letter"), AllOf(HasSubstr("Your meeting"), Not(HasSubstr("The board"))));
    EXPECT_THAT(made(amira_, "from=28/2/2026"), AllOf(HasSubstr("The board"), Not(HasSubstr("Your meeting"))));
    EXPECT_THAT(made(amira_, "from=someday"), HasSubstr("Enter a date, like 27/3/2025"));
    EXPECT_THAT(visitor_->get("/made", {}), AllOf(HasSubstr("Walks: a list"), HasSubstr("Amira"), HasSubstr("Sam")));
}

TEST_F(WhatWentOut, is_a_spreadsheet_itself_for_somebody_named_and_stands_there_too) {
    print(amira_, "recipient=Ann&part=facts&as=page" + key());
    const std::string csv = visitor_->post("/children/{id}/made/export", {{"id", amira_.text()}}, "recipient=The+auditor&may_know=yes" + key());
    EXPECT_THAT(csv, AllOf(HasSubstr("For The auditor."), HasSubstr("\"From the record: name and date of birth\",Print,Ann,")));
    EXPECT_THAT(made(amira_), HasSubstr("Printed and sent: a list"));
    EXPECT_THAT(visitor_->post("/made/export", {}, "recipient=The+auditor" + key()), AllOf(HasSubstr("N-Amira"), HasSubstr("Ann")));
}

TEST_F(WhatWentOut, is_told_to_nobody_who_does_not_work_with_the_child) {
    print(amira_, "recipient=Ann&part=facts&as=page" + key());
    pages::VisitorForTests colleague(*council_, "social_worker", ledger::WorkerId::random(), add_pages);
    EXPECT_THAT(colleague.get("/children/{id}/made", {{"id", amira_.text()}}), HasSubstr("refused"));
    EXPECT_THAT(colleague.get("/made", {}), HasSubstr("the role does not include it"));
}

}  // namespace
}  // namespace steadfast::record::letters
