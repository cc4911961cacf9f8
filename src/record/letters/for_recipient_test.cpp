#include "record/documents/document.hpp"
#include "record/documents/filed_email.hpp"
#include "record/items.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/pages/walk_for_tests.hpp"
#include "record/people/address.hpp"
#include "record/people/name.hpp"
#include "record/people/relationship.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::letters {
namespace {

/// What one colleague says to another.
struct Aside {
    When said;
    std::string words;
};

}  // namespace
}  // namespace steadfast::record::letters

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::Aside>() {
    using steadfast::record::letters::Aside;
    static const ItemType type({.key = "aside", .name = "Aside", .plural = "Asides", .happened = "said", .ended = "", .summary = {"words"}, .goes_out = GoesOut::when_asked_for},
                               {field<&Aside::said>("said", "Said").required(), field<&Aside::words>("words", "What was said")});
    return type;
}

namespace steadfast::record::letters {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

using pages::Walk;

class ForSomebody : public testing::Test {
protected:
    ForSomebody() {
        add_items(catalogue_);
        catalogue_.add(type_of<Walk>());
        catalogue_.add(type_of<Aside>());
        council_.emplace(catalogue_);
        visitor_.emplace(*council_, "governance", council_->worker(), add_pages);
        amira_ = add("Amira", "309810");
        leila_ = add("Leila", "");
        omar_ = add("Omar", "");
    }
    ledger::SubjectId add(const std::string& given, const std::string& number) {
        Person person;
        person.given_name = given;
        person.family_name = "Khan";
        person.authority_id = number;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    void are_parents() {
        for (const ledger::SubjectId parent : {leila_, omar_}) {
            Relationship relationship;
            relationship.person.item = item_of(amira_);
            relationship.relative.item = item_of(parent);
            relationship.kind.code = "parent";
            council_->add({amira_, parent}, relationship);
        }
    }
    void live_in_secret(std::vector<ledger::SubjectId> who) {
        Address address;
        address.kind.code = "home";
        address.house_and_street = "12 Mill Lane";
        address.postcode = "ZZ3 4AB";
        address.is_confidential = true;
        council_->add(std::move(who), address);
    }
    void walk_of_two(const std::string& words) {
        ledger::Change change;
        change.item = ledger::ItemId::random();
        change.type = "walk";
        change.subjects = {amira_, omar_};
        change.parts = {{"{}", R"({"said":"Amira saw ducks."})"}, {"{}", R"({"said":"Omar was cold."})"}};
        change.recorded_by = council_->worker();
        change.shared = {R"({"on":"2026-02-27","place":"the park"})", R"({"words":")" + words + R"("})"};
        council_->save({change});
    }
    std::string print(const std::string& form) { return visitor_->post("/children/{id}/print", {{"id", amira_.text()}}, form); }
    std::string family(const std::string& form) { return visitor_->post("/children/{id}/family/print", {{"id", amira_.text()}}, form); }
    std::string list(const std::string& kind, const std::string& form) { return visitor_->post("/kinds/{kind}/export", {{"kind", kind}}, form); }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<pages::VisitorForTests> visitor_;
    ledger::SubjectId amira_;
    ledger::SubjectId leila_;
    ledger::SubjectId omar_;
};

TEST_F(ForSomebody, nothing_goes_out_without_saying_for_whom_and_what) {
    EXPECT_THAT(print("recipient=&as=page"), AllOf(HasSubstr("Enter who it is for"), HasSubstr("Choose what goes out")));
    EXPECT_THAT(print("recipient=Ann&part=events&from=someday"), HasSubstr("Enter a date, like 27/3/2025"));
    EXPECT_THAT(list("walk", "recipient="), HasSubstr("Enter who it is for"));
    EXPECT_THAT(visitor_->post("/access-log/export", {}, "recipient=+"), HasSubstr("Enter who it is for"));
}

TEST_F(ForSomebody, a_text_is_printed_in_full_without_what_was_said_of_another_child_alone) {
    walk_of_two("We fed them.");
    const std::string page = print("recipient=Ann&part=facts&part=texts&as=page");
    EXPECT_THAT(page, AllOf(HasSubstr("For Ann."), HasSubstr("309810"), HasSubstr("We fed them."), HasSubstr("Amira saw ducks."), Not(HasSubstr("was cold"))));
    EXPECT_THAT(print("recipient=Ann&part=events&as=page"), Not(HasSubstr("We fed them.")));
}

TEST_F(ForSomebody, a_text_that_names_others_asks_whether_the_recipient_may_know) {
    walk_of_two("Omar Khan fed them.");
    EXPECT_THAT(print("recipient=Ann&part=texts&as=page"), AllOf(HasSubstr("It names Omar Khan"), Not(HasSubstr("For Ann."))));
    EXPECT_THAT(print("recipient=Ann&part=texts&may_know=yes&as=page"), HasSubstr("For Ann."));
}

TEST_F(ForSomebody, a_text_that_names_a_brother_by_his_given_name_alone_asks_too) {
    walk_of_two("Omar's shoes were wet, and Amira Khan laughed.");
    EXPECT_THAT(print("recipient=Ann&part=texts&as=page"), AllOf(HasSubstr("It names Omar Khan"), Not(HasSubstr("It names Amira")), Not(HasSubstr("For Ann."))));
    EXPECT_THAT(print("recipient=Omar+Khan&part=texts&as=page"), HasSubstr("For Omar Khan.")) << "who they are is no news to them";
}

TEST_F(ForSomebody, a_text_with_a_confidential_address_does_not_go_out) {
    live_in_secret({amira_, leila_});
    walk_of_two("From 12 mill lane to the park.");
    EXPECT_THAT(print("recipient=Ann&part=texts&may_know=yes&as=page"), AllOf(HasSubstr("kept confidential"), Not(HasSubstr("For Ann."))));
    EXPECT_THAT(print("recipient=Ann&part=texts&may_know=yes&as=csv"), HasSubstr("kept confidential"));
}

TEST_F(ForSomebody, a_spreadsheet_begins_with_the_recipient_and_runs_nothing) {
    walk_of_two("=HYPERLINK(1)");
    const std::string csv = print("recipient=Ann&part=texts&as=csv");
    EXPECT_THAT(csv, AllOf(HasSubstr("For Ann. Child's reference 309810."), HasSubstr("What happened: =HYPERLINK(1)"), Not(HasSubstr("\n=HYPERLINK")), Not(HasSubstr("was cold"))));
}

TEST_F(ForSomebody, a_family_holds_those_who_were_ticked_and_tells_of_no_others) {
    are_parents();
    EXPECT_THAT(visitor_->get("/children/{id}/family/print", {{"id", amira_.text()}}), AllOf(HasSubstr("Leila Khan"), HasSubstr("Omar Khan")));
    EXPECT_THAT(family("recipient=Ann"), HasSubstr("Tick at least one person"));
    const std::string page = family("recipient=Ann&capacity=doctor&person=" + leila_.text());
    EXPECT_THAT(page, AllOf(HasSubstr("For Ann (doctor)."), HasSubstr("Leila"), HasSubstr("<svg"), Not(HasSubstr("Omar"))));
}

TEST_F(ForSomebody, a_family_shows_nobody_together_where_an_address_is_confidential) {
    are_parents();
    const std::string form = "recipient=Ann&person=" + leila_.text();
    Address address;
    address.kind.code = "home";
    address.house_and_street = "4 High Street";
    council_->add({amira_, leila_}, address);
    const std::string open = family(form);
    live_in_secret({leila_});
    const std::string secret = family(form);
    EXPECT_THAT(open, Not(HasSubstr("is not drawn")));
    EXPECT_THAT(secret, HasSubstr("Who lives with whom is not drawn"));
    EXPECT_LT(secret.find("is not drawn"), secret.find("sf-goes-out")) << "to whoever prints it, and not on the print";
    const std::string line_round_a_home = "stroke-dasharray=\"4 6\"";
    EXPECT_THAT(open, HasSubstr(line_round_a_home));
    EXPECT_THAT(secret, AllOf(HasSubstr("<svg"), Not(HasSubstr(line_round_a_home))));
}

TEST_F(ForSomebody, a_list_has_names_only_where_somebody_asked_and_no_confidential_address) {
    walk_of_two("We fed them.");
    live_in_secret({leila_});
    EXPECT_THAT(list("walk", "recipient=Ann"), AllOf(HasSubstr("For Ann. Made 2 March 2026 by Amira Khan."), HasSubstr("2026-02-27,"), HasSubstr("309810"), HasSubstr("the park"), Not(HasSubstr("Omar"))));
    EXPECT_THAT(list("walk", "recipient=Ann&names=yes"), HasSubstr("Omar Khan"));
    EXPECT_THAT(list("walk", "recipient=Ann&to=26/2/2026"), Not(HasSubstr("the park")));
    EXPECT_THAT(list("address", "recipient=Ann&names=yes"), AllOf(HasSubstr("For Ann."), Not(HasSubstr("Mill"))));
    EXPECT_THAT(list("person", "recipient=Ann"), AllOf(HasSubstr("309810"), Not(HasSubstr("Leila"))));
    EXPECT_THAT(list("nothing", "recipient=Ann"), HasSubstr("There is no such kind"));
}

TEST_F(ForSomebody, a_childs_documents_are_listed_with_their_dates_and_without_anybody_elses_name_unasked) {
    are_parents();
    documents::Document report;
    report.title = "Report about Omar Khan";
    report.dated = Date::parse_british("27/2/2026");
    council_->add({amira_}, report);
    const auto list_of = [this](const std::string& form) { return visitor_->post("/children/{id}/documents/export", {{"id", amira_.text()}}, form); };
    EXPECT_THAT(list_of("recipient="), HasSubstr("Enter who it is for"));
    EXPECT_THAT(list_of("recipient=Ann"), AllOf(HasSubstr("It names Omar Khan"), Not(HasSubstr("For Ann."))));
    EXPECT_THAT(list_of("recipient=Ann&may_know=yes"), AllOf(HasSubstr("For Ann. Child's reference 309810."), HasSubstr("2026-02-27,"), HasSubstr("Report about Omar Khan")));
    EXPECT_THAT(list_of("recipient=Ann&from=28/2/2026"), AllOf(HasSubstr("For Ann."), Not(HasSubstr("Report"))));
}

TEST_F(ForSomebody, what_colleagues_said_to_one_another_goes_out_only_where_it_was_chosen) {
    council_->add({amira_}, Aside{.said = *When::parse("2026-02-27"), .words = "Ring me first"});
    EXPECT_THAT(print("recipient=Ann&part=events&part=texts&as=page"), AllOf(HasSubstr("For Ann."), HasSubstr("What colleagues wrote to one another was left out."), Not(HasSubstr("Ring me"))));
    EXPECT_THAT(print("recipient=Ann&part=events&part=texts&part=colleagues&as=page"), AllOf(HasSubstr("Ring me first"), Not(HasSubstr("was left out"))));
}

TEST_F(ForSomebody, legal_advice_goes_out_with_nothing) {
    const Date dated = *Date::parse_british("27/2/2026");
    council_->add({amira_}, documents::Document{.title = "What counsel thinks", .kind = {"legal_advice"}, .dated = dated});
    council_->add({amira_}, documents::FiledEmail{.subject = "The threshold", .sent = When::day(dated), .sender = "The council's solicitor", .legal_advice = true});
    council_->add({amira_}, documents::Document{.title = "School report", .kind = {"report"}, .dated = dated});
    for (const std::string what : {"page", "csv"})
        EXPECT_THAT(print("recipient=Ann&part=events&part=texts&part=documents&part=colleagues&as=" + what), AllOf(HasSubstr("School report"), Not(HasSubstr("counsel")), Not(HasSubstr("The threshold")))) << what;
    EXPECT_THAT(print("recipient=Ann&part=documents&as=page"), HasSubstr("or is legal advice, was left out"));
    for (const std::string kind : {"document", "filed_email"})
        EXPECT_THAT(list(kind, "recipient=Ann&names=yes"), AllOf(HasSubstr("For Ann."), Not(HasSubstr("counsel")), Not(HasSubstr("The threshold")))) << kind;
    EXPECT_THAT(visitor_->post("/children/{id}/documents/export", {{"id", amira_.text()}}, "recipient=Ann"), AllOf(HasSubstr("School report"), Not(HasSubstr("counsel"))));
}

TEST_F(ForSomebody, who_looked_at_a_record_is_listed_for_that_child_alone) {
    const auto noted = council_->record().ledger().store().append_access(std::vector<ledger::AccessLine>{
        {council_->now(), council_->worker(), "child's page", {amira_}, {}}, {council_->now(), council_->worker(), "genogram", {leila_}, {}}});
    ASSERT_TRUE(noted);
    EXPECT_THAT(visitor_->post("/children/{id}/looked/export", {{"id", amira_.text()}}, "recipient=Ann"),
                AllOf(HasSubstr("For Ann. Child's reference 309810."), HasSubstr(R"(,"child's page")"), Not(HasSubstr("genogram"))));
}

TEST_F(ForSomebody, the_access_log_names_children_by_their_numbers) {
    const auto noted = council_->record().ledger().store().append_access(std::vector<ledger::AccessLine>{{council_->now(), council_->worker(), "child's page", {amira_}, {}}});
    ASSERT_TRUE(noted);
    EXPECT_THAT(visitor_->post("/access-log/export", {}, "recipient=The+auditor"), AllOf(HasSubstr("For The auditor."), HasSubstr(R"("child's page",309810,1)"), Not(HasSubstr("Leila"))));
    EXPECT_THAT(visitor_->post("/access-log/export", {}, "recipient=The+auditor&from=2/3/2026&to=1/3/2026"), HasSubstr("Enter a day that is not before the first one"));
}

}  // namespace
}  // namespace steadfast::record::letters
