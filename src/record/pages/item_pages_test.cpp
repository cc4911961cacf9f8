#include "record/pages/item_pages.hpp"

#include "record/item/form.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/item_view.hpp"
#include "record/pages/visitor_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct Outing {
    std::optional<Date> on;
    std::string place;
    Narrative words;
    Narrative said;
    std::optional<bool> ate;
};

}  // namespace
}  // namespace steadfast::record::pages

namespace steadfast::record {

template <>
const ItemType& type_of<pages::Outing>() {
    using pages::Outing;
    static const ItemType type({.key = "outing", .name = "Outing", .plural = "Outings", .happened = "on", .ended = "", .summary = {"place"}},
                               {
                                   field<&Outing::on>("on", "Day of the outing"),
                                   field<&Outing::place>("place", "Place").required(),
                                   field<&Outing::words>("words", "What happened"),
                                   field<&Outing::said>("said", "What this child said").about_each(),
                                   field<&Outing::ate>("ate", "Ate something").about_each(),
                               });
    return type;
}

}  // namespace steadfast::record

namespace steadfast::record::pages {
namespace {

class ItemPages : public testing::Test {
protected:
    ItemPages() {
        catalogue_.add(type_of<Person>());
        catalogue_.add(type_of<Outing>());
        council_.emplace(catalogue_);
        visitor_.emplace(*council_, "social_worker");
        child_ = council_->add_child();
        amira_ = add_child("Amira");
        sam_ = add_child("Sam");
    }
    ledger::SubjectId add_child(const std::string& name) {
        Person person;
        person.given_name = name;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    /// An outing of Amira and Sam, with a part about Amira that holds something of a later release.
    ledger::ItemId save_outing_of_two() {
        return save("outing", {R"({"place":"the zoo"})", ""}, {amira_, sam_}, {{R"({"ate":true,"later":1})", R"({"said":"Amira liked the <b>lions</b>."})"}, {}});
    }
    ledger::ItemId save(std::string_view type, ledger::Part part) { return save(type, std::move(part), {child_}, {}); }
    ledger::ItemId save(std::string_view type, ledger::Part part, std::vector<ledger::SubjectId> about, std::vector<ledger::Part> parts) {
        ledger::Change change;
        change.item = ledger::ItemId::random();
        change.type = type;
        change.subjects = std::move(about);
        change.parts = std::move(parts);
        change.recorded_by = council_->worker();
        change.shared = std::move(part);
        council_->save({change});
        return change.item;
    }
    ledger::Entry latest_entry(ledger::ItemId item) {
        const auto book = council_->record().book();
        return council_->record().latest_entry(*book, book->find(item).value()).value();
    }
    ledger::Part latest(ledger::ItemId item) { return latest_entry(item).shared.part; }
    std::uint32_t version(ledger::ItemId item) { return council_->record().book()->find(item)->head().version; }
    std::string get(ledger::ItemId item, const std::string& what = "") { return visitor_->get("/items/{id}" + what, {{"id", item.text()}}); }
    std::string post(ledger::ItemId item, const std::string& what, const std::string& fields) {
        return visitor_->post("/items/{id}" + what, {{"id", item.text()}}, VisitorForTests::form_from(version(item), fields));
    }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<VisitorForTests> visitor_;
    ledger::SubjectId child_;
    ledger::SubjectId amira_;
    ledger::SubjectId sam_;
};

TEST_F(ItemPages, keep_what_a_later_release_recorded_when_this_one_saves) {
    const auto item = save("outing", {R"({"place":"the zoo","weather":{"wet":[true,1]}})", R"({"words":"Lions.","sounds":"A \"roar\""})"});
    EXPECT_THAT(get(item), AllOf(HasSubstr("the zoo"), HasSubstr("weather")));
    EXPECT_EQ(post(item, "/change", "place=the+park&words=Ducks."), "went to /items/" + item.text() + "?saved=2");
    EXPECT_EQ(latest(item).body, R"({"place":"the park","weather":{"wet":[true,1]}})");
    EXPECT_EQ(latest(item).narrative, R"({"words":"Ducks.","sounds":"A \"roar\""})") << "a long text stays one";
}

TEST_F(ItemPages, show_a_kind_that_this_release_does_not_know_and_change_nothing_of_it) {
    const auto item = save("from_a_later_release", {R"({"something":"kept <b>whole</b>"})", R"({"said":"at length"})"});
    EXPECT_THAT(get(item), AllOf(HasSubstr("does not know this kind of record"), HasSubstr("kept &lt;b&gt;whole"), HasSubstr("at length"), Not(HasSubstr("/change"))));
    EXPECT_THAT(get(item, "/change"), HasSubstr("refused: This release of the program does not know"));
    EXPECT_THAT(post(item, "/change", "something=else"), HasSubstr("refused: This release of the program does not know"));
    EXPECT_EQ(version(item), 1u);
    EXPECT_EQ(latest(item).body, R"({"something":"kept <b>whole</b>"})");
}

TEST_F(ItemPages, take_a_kind_that_this_release_does_not_know_off_the_wrong_child_all_the_same) {
    const auto item = save("from_a_later_release", {"{}", ""});
    EXPECT_THAT(get(item), HasSubstr("/withdraw"));
    EXPECT_THAT(post(item, "/withdraw", "because=another+child"), HasSubstr("went to /children/"));
    EXPECT_TRUE(council_->record().book()->find(item)->head().has(RowHead::withdrawn));
}

TEST_F(ItemPages, show_a_form_of_a_later_release_as_its_text_and_change_nothing_of_it) {
    const auto item = save("outing", {R"({"_shape":2,"place":{"of":"another sort"}})", R"({"words":"Tigers."})"});
    EXPECT_THAT(get(item), AllOf(HasSubstr("can&#39;t read"), HasSubstr("another sort"), HasSubstr("Tigers"), Not(HasSubstr("/change"))));
    EXPECT_THAT(post(item, "/change", "place=the+park"), HasSubstr("refused: "));
    EXPECT_EQ(version(item), 1u);
}

TEST_F(ItemPages, show_under_each_child_s_name_what_is_about_them_alone) {
    const auto page = get(save_outing_of_two());
    EXPECT_THAT(page, AllOf(HasSubstr("the zoo"), HasSubstr("Only about Amira"), HasSubstr("liked the &lt;b&gt;lions"), HasSubstr("What this child said"),
                            HasSubstr("later"), Not(HasSubstr("Only about Sam"))));
    EXPECT_LT(page.find("the zoo"), page.find("Only about Amira"));
}

TEST_F(ItemPages, ask_about_each_of_several_children_and_of_one_alone_what_they_say) {
    const auto form = get(save_outing_of_two(), "/change");
    for (const auto child : {amira_, sam_}) EXPECT_THAT(form, HasSubstr("name=\"" + input_about(child, "said") + "\""));
    EXPECT_THAT(form, AllOf(HasSubstr("Only about Amira"), HasSubstr("in the file of Sam alone"), HasSubstr("Amira liked the"), Not(HasSubstr("name=\"said\""))));
    const auto one = get(save("outing", {R"({"place":"the zoo"})", ""}), "/change");
    const auto of_one = AllOf(HasSubstr("What this child said"), HasSubstr("data-must"), Not(HasSubstr("Only about")), Not(HasSubstr("without a name alone")));
    EXPECT_THAT(one, of_one);
    EXPECT_THAT(visitor_->get("/children/{id}/add/{kind}", {{"id", child_.text()}, {"kind", "outing"}}), of_one);
}

TEST_F(ItemPages, save_what_is_said_about_each_child_into_a_part_of_their_own) {
    const auto item = save_outing_of_two();
    ASSERT_EQ(post(item, "/change", "place=the+park&" + input_about(amira_, "said") + "=Ducks&" + input_about(sam_, "said") + "=Swans&" + input_about(sam_, "ate") + "=no"),
              "went to /items/" + item.text() + "?saved=2");
    const auto entry = latest_entry(item);
    EXPECT_EQ(entry.shared.part.body, R"({"place":"the park"})");
    EXPECT_EQ(entry.shared.part.narrative, "") << "nothing about one child stands in what all may read";
    EXPECT_EQ(entry.subjects, (std::vector{amira_, sam_}));
    ASSERT_EQ(entry.parts.size(), 2u);
    EXPECT_EQ(entry.parts[0].part.body, R"({"later":1})") << "of a later release, kept";
    EXPECT_EQ(entry.parts[0].part.narrative, R"({"said":"Ducks"})");
    EXPECT_EQ(entry.parts[1].part.body, R"({"ate":false})");
    EXPECT_EQ(entry.parts[1].part.narrative, R"({"said":"Swans"})");
}

TEST_F(ItemPages, keep_what_is_about_each_child_where_only_something_else_is_put_right) {
    const auto item = save_outing_of_two();
    post(item, "/change", "place=the+park&" + input_about(amira_, "said") + "=Amira+liked+the+%3Cb%3Elions%3C%2Fb%3E.&" + input_about(amira_, "ate") + "=yes");
    const auto entry = latest_entry(item);
    EXPECT_EQ(entry.version, 2u);
    EXPECT_EQ(entry.parts[0].part, (ledger::Part{R"({"ate":true,"later":1})", R"({"said":"Amira liked the <b>lions</b>."})"}));
    EXPECT_TRUE(entry.parts[1].part.is_empty());
}

TEST_F(ItemPages, say_at_whose_field_something_is_to_put_right) {
    const auto item = save_outing_of_two();
    const auto again = post(item, "/change", "place=the+park&" + input_about(sam_, "ate") + "=perhaps");
    EXPECT_THAT(again, AllOf(HasSubstr("Ate something (Sam): choose yes or no"), HasSubstr("#" + input_about(sam_, "ate"))));
    EXPECT_EQ(version(item), 1u);
}

TEST_F(ItemPages, set_two_versions_of_each_child_s_part_side_by_side) {
    const auto item = save_outing_of_two();
    post(item, "/change", "place=the+zoo&" + input_about(sam_, "said") + "=Swans");
    const auto page = visitor_->get("/items/{id}/compare", {{"id", item.text()}}, "before=1&after=2");
    EXPECT_THAT(page, AllOf(HasSubstr("Amira: What this child said"), HasSubstr("lions"), HasSubstr("Sam: What this child said"), HasSubstr("Swans")));
}

TEST_F(ItemPages, show_somebody_who_lost_a_race_what_the_other_wrote_about_each_child) {
    const auto item = save_outing_of_two();
    const auto form = VisitorForTests::form_from(1, "place=the+zoo&" + input_about(sam_, "said") + "=Geese");
    post(item, "/change", "place=the+zoo&" + input_about(sam_, "said") + "=Swans");
    EXPECT_THAT(visitor_->post("/items/{id}/change", {{"id", item.text()}}, form), AllOf(HasSubstr("two people wrote"), HasSubstr("Sam: What this child said"), HasSubstr("Swans"), HasSubstr("Geese")));
}

TEST_F(ItemPages, withhold_what_is_said_of_all_from_whoever_may_see_only_some) {
    ItemPage page{.id = ledger::ItemId::random(), .type = &type_of<Outing>(), .about = {{amira_, "Amira"}, {sam_, ""}}};
    VersionShown version{.version = 1, .fields = {{&type_of<Outing>().fields()[1], "the zoo", {}}}, .withholds_somebody = true, .withholds_shared = true};
    version.about.push_back({amira_, "Amira", {{&type_of<Outing>().fields()[3], "I liked it", {}}}, "", false});
    page.versions.push_back(version);
    const std::string shown = item_view(page, page.versions[0], true, *Date::of(2026, 3, 2)).text();
    EXPECT_THAT(shown, AllOf(HasSubstr("somebody whose record you may not see"), HasSubstr("I liked it"), Not(HasSubstr("the zoo")), Not(HasSubstr("/change"))));
    EXPECT_FALSE(check_may_be_changed(page));
}

TEST_F(ItemPages, leave_what_stood_on_another_child_s_record_to_information_governance) {
    const auto item = save("outing", {R"({"place":"the wrong house"})", ""}, {amira_}, {});
    ledger::Change move;
    move.kind = ledger::Kind::moved;
    move.item = item;
    move.starts_from = 1;
    move.type = "outing";
    move.subjects = {sam_};
    move.recorded_by = council_->worker();
    move.shared.body = R"({"place":"the house"})";
    council_->save({move});
    EXPECT_THAT(visitor_->get("/items/{id}", {{"id", item.text()}}, "version=1"), HasSubstr("refused: There is no such version"));
    VisitorForTests governance(*council_, "governance");
    EXPECT_THAT(governance.get("/items/{id}", {{"id", item.text()}}, "version=1"), HasSubstr("the wrong house"));
}

}  // namespace
}  // namespace steadfast::record::pages
