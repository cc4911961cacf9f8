#include "record/pages/item_pages.hpp"

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
    }
    ledger::ItemId save(std::string_view type, ledger::Part part) {
        ledger::Change change;
        change.item = ledger::ItemId::random();
        change.type = type;
        change.subjects = {child_};
        change.recorded_by = council_->worker();
        change.shared = std::move(part);
        council_->save({change});
        return change.item;
    }
    ledger::Part latest(ledger::ItemId item) {
        const auto book = council_->record().book();
        return council_->record().latest_entry(*book, book->find(item).value()).value().shared.part;
    }
    std::uint32_t version(ledger::ItemId item) { return council_->record().book()->find(item)->head().version; }
    std::string get(ledger::ItemId item, const std::string& what = "") { return visitor_->get("/items/{id}" + what, {{"id", item.text()}}); }
    std::string post(ledger::ItemId item, const std::string& what, const std::string& fields) {
        return visitor_->post("/items/{id}" + what, {{"id", item.text()}}, VisitorForTests::form_from(version(item), fields));
    }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<VisitorForTests> visitor_;
    ledger::SubjectId child_;
};

TEST_F(ItemPages, keep_what_a_later_release_recorded_when_this_one_saves) {
    const auto item = save("outing", {R"({"place":"the zoo","weather":{"wet":[true,1]}})", R"({"words":"Lions.","sounds":"A \"roar\""})"});
    EXPECT_THAT(get(item), AllOf(HasSubstr("the zoo"), HasSubstr("weather")));
    EXPECT_EQ(post(item, "/change", "place=the+park&words=Ducks."), "went to /items/" + item.text());
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

}  // namespace
}  // namespace steadfast::record::pages
