#include "record/search/text_search.hpp"

#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Something with a long text for all and one about each.
struct Talk {
    std::optional<Date> held_on;
    std::string place;
    Narrative words;
    Narrative alone;
};

}  // namespace

template <>
const ItemType& type_of<Talk>() {
    static const ItemType type({.key = "talk", .name = "Talk", .plural = "Talks", .happened = "held_on", .ended = "", .summary = {"place"}},
                               {field<&Talk::held_on>("held_on", "Held on"), field<&Talk::place>("place", "Place"), field<&Talk::words>("words", "Words"),
                                field<&Talk::alone>("alone", "Alone").about_each()});
    return type;
}

namespace {

const Catalogue& with_talks() {
    static const Catalogue catalogue = [] {
        Catalogue all;
        add_items(all);
        all.add(type_of<Talk>());
        return all;
    }();
    return catalogue;
}

class TextSearch : public testing::Test {
protected:
    ledger::ItemId talk(std::vector<ledger::SubjectId> about, std::string words, std::optional<Date> on = Date::of(2026, 2, 1)) {
        return council_.add<Talk>(std::move(about), {.held_on = on, .place = "at home", .words = {std::move(words)}});
    }
    std::vector<ledger::ItemId> found(ledger::SubjectId child, std::string_view asked) {
        const auto book = council_.seen();
        const auto texts = search_texts(council_.record(), book, book.child(child).value(), asked, 50).value();
        std::vector<ledger::ItemId> items;
        for (const TextFound& one : texts.found) items.push_back(one.item);
        return items;
    }

    RecordForTests council_{with_talks()};
};

TEST_F(TextSearch, finds_entries_that_hold_all_words_the_latest_first) {
    const auto child = council_.add_child();
    const auto early = talk({child}, "She wants to swim at St Mary's.", Date::of(2025, 1, 1));
    const auto late = talk({child}, "Swimming goes well, says MARY.", Date::of(2026, 1, 1));
    talk({child}, "Nothing of it.");
    EXPECT_THAT(found(child, "swim mary"), ElementsAre(late, early));
    EXPECT_THAT(found(child, "home nothing"), IsEmpty()) << "all words in one text";
    EXPECT_THAT(found(child, "HOME"), SizeIs(3)) << "short texts too";
    EXPECT_THAT(found(child, "imming"), IsEmpty());
    EXPECT_THAT(found(child, "  "), IsEmpty());
}

TEST_F(TextSearch, finds_only_what_is_on_record_today_and_about_the_child) {
    const auto child = council_.add_child();
    const auto other = council_.add_child();
    const auto item = talk({child}, "The old school");
    talk({other}, "The old school");
    council_.amend<Talk>(item, {child}, {.words = {"The new school"}});
    EXPECT_THAT(found(child, "old"), IsEmpty());
    EXPECT_THAT(found(child, "new"), ElementsAre(item));
    council_.withdraw<Talk>(item, {child});
    EXPECT_THAT(found(child, "new"), IsEmpty());
}

TEST_F(TextSearch, finds_nothing_of_what_was_destroyed) {
    const auto child = council_.add_child();
    const auto item = talk({child}, "A secret");
    const auto seq = council_.record().book()->find(item)->head().seq;
    ASSERT_THAT(found(child, "secret"), SizeIs(1));
    const auto entry = council_.record().ledger().store().entry(seq).value().value();
    ASSERT_FALSE(entry.shared.part.narrative.empty());
    ledger::Change order;
    order.kind = ledger::Kind::destroyed;
    order.item = ledger::ItemId::random();
    order.type = "destruction";
    order.subjects = {child};
    order.recorded_by = council_.worker();
    order.key = ledger::IdempotencyKey::random();
    order.shared.body = R"({"because":"the retention schedule"})";
    const auto destroyed = council_.record().ledger().destroy(order, {{.seq = seq, .shared = true}}, {});
    ASSERT_TRUE(destroyed) << destroyed.error().whole();
    EXPECT_THAT(found(child, "secret"), IsEmpty());
}

TEST(ExcerptOf, shows_the_surroundings_and_marks_the_words) {
    const auto excerpt = excerpt_of("He said that Łukasz was at school on Monday.", {"lukasz", "mon"});
    ASSERT_TRUE(excerpt);
    std::string marked;
    for (const auto& piece : excerpt->pieces) marked += piece.is_found ? "[" + piece.text + "]" : piece.text;
    EXPECT_EQ(marked, "He said that [Łukasz] was at school on [Monday].");
    EXPECT_FALSE(excerpt_of("He said", {"she"}));
    EXPECT_FALSE(excerpt_of("", {"she"}));
    EXPECT_FALSE(excerpt_of("text", {}));
    const auto inside = excerpt_of(std::string(1000, 'x') + " here " + std::string(1000, 'y'), {"here"});
    EXPECT_TRUE(inside->begins_inside);
    EXPECT_TRUE(inside->ends_inside);
}

RC_GTEST_PROP(ExcerptOf, is_a_part_of_the_text, (const std::string& text)) {
    const auto excerpt = excerpt_of(text, {"a"});
    if (!excerpt) return;
    std::string whole;
    for (const auto& piece : excerpt->pieces) whole += piece.text;
    RC_ASSERT(text.find(whole) != std::string::npos);
}

}  // namespace
}  // namespace steadfast::record
