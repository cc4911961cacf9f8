#include "record/items.hpp"
#include "record/letters/letter_pages.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::letters {
namespace {

/// Something that was written about two children, with what each says.
struct Walk {
    std::optional<Date> on;
    std::string place;
    Narrative went;
    Narrative child_says;
};

/// What a lawyer said of it.
struct Advice {
    std::optional<Date> on;
    std::string words;
};

}  // namespace
}  // namespace steadfast::record::letters

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::Walk>() {
    using steadfast::record::letters::Walk;
    static const ItemType type(
        {.key = "printed_walk", .name = "Walk", .plural = "Walks", .happened = "on", .ended = "", .summary = {"place"}},
        {field<&Walk::on>("on", "On"), field<&Walk::place>("place", "Where"), field<&Walk::went>("went", "How it went"),
         field<&Walk::child_says>("child_says", "What this child says").about_each()});
    return type;
}

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::Advice>() {
    using steadfast::record::letters::Advice;
    static const ItemType type({.key = "printed_advice",
                                .name = "Advice",
                                .plural = "Advice",
                                .happened = "on",
                                .ended = "",
                                .summary = {"words"},
                                .goes_out = GoesOut::never},
                               {field<&Advice::on>("on", "On"), field<&Advice::words>("words", "What was advised")});
    return type;
}

namespace steadfast::record::letters {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OneThingForSomebody : public testing::Test {
protected:
    OneThingForSomebody() {
        add_items(catalogue_);
        catalogue_.add(type_of<Walk>());
        catalogue_.add(type_of<Advice>());
        council_.emplace(catalogue_);
        visitor_.emplace(*council_, "governance", council_->worker(), add_pages);
        amira_ = add("Amira", "309810");
        omar_ = add("Omar", "309811");
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
    ledger::ItemId walk_of_two() {
        ledger::Change change;
        change.item = ledger::ItemId::random();
        change.type = "printed_walk";
        change.subjects = {amira_, omar_};
        change.parts = {{"{}", R"({"child_says":"I saw ducks."})"}, {"{}", R"({"child_says":"I was cold."})"}};
        change.recorded_by = council_->worker();
        change.shared = {R"({"on":"2026-02-27","place":"the park"})", R"({"went":"We fed them."})"};
        council_->save({change});
        return change.item;
    }
    std::string form(ledger::ItemId item) { return visitor_->get("/items/{id}/print", {{"id", item.text()}}); }
    std::string print(ledger::ItemId item, const std::string& typed) {
        return visitor_->post("/items/{id}/print", {{"id", item.text()}}, typed);
    }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<pages::VisitorForTests> visitor_;
    ledger::SubjectId amira_;
    ledger::SubjectId omar_;
};

TEST_F(OneThingForSomebody, asks_for_whom_and_about_which_child) {
    const auto walk = walk_of_two();
    EXPECT_THAT(form(walk), AllOf(HasSubstr("Who it is for"), HasSubstr("About which children"), HasSubstr("Amira Khan"),
                                  HasSubstr("Omar Khan")));
    EXPECT_THAT(print(walk, "recipient=&about=" + amira_.text()), HasSubstr("Enter who it is for"));
    EXPECT_THAT(print(walk, "recipient=Ann"), HasSubstr("Tick at least one child"));
}

TEST_F(OneThingForSomebody, puts_the_childs_own_words_first_and_leaves_out_the_other_childs) {
    const std::string page = print(walk_of_two(), "recipient=Ann&capacity=mother&about=" + amira_.text());
    EXPECT_THAT(page, AllOf(HasSubstr("For Ann (mother). Child&#39;s reference 309810."), HasSubstr("I saw ducks."),
                            HasSubstr("We fed them."), HasSubstr("the park")));
    EXPECT_LT(page.find("I saw ducks."), page.find("We fed them."));
    EXPECT_LT(page.find("I saw ducks."), page.find("the park"));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("I was cold.")), Not(HasSubstr("309811"))));
}

TEST_F(OneThingForSomebody, says_whose_words_they_are_where_it_is_about_several) {
    const std::string page = print(walk_of_two(), "recipient=Ann&about=" + amira_.text() + "&about=" + omar_.text());
    EXPECT_THAT(page, AllOf(HasSubstr("Amira Khan: What this child says"), HasSubstr("Omar Khan: What this child says"),
                            HasSubstr("About Amira Khan and Omar Khan")));
}

TEST_F(OneThingForSomebody, prints_no_legal_advice) {
    const auto advice = council_->add({amira_}, Advice{.on = Date::parse_british("27/2/2026"), .words = "Wait for the report"});
    for (const std::string& page : {form(advice), print(advice, "recipient=Ann")})
        EXPECT_THAT(page, AllOf(HasSubstr("goes out with no print"), Not(HasSubstr("Wait for"))));
}

}  // namespace
}  // namespace steadfast::record::letters
