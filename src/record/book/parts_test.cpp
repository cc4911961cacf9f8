#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

/// Something said of each of several children: a talk with them together, alone or not at all.
struct Session {
    std::optional<Date> held_on;
    std::optional<bool> alone;         // About each.
    std::optional<Date> next_on;       // About each.
    std::string mood;                  // About each.
    CodedList<law::disability> codes;  // About each.
    Narrative words;                   // About each.
};

}  // namespace

template <>
const ItemType& type_of<Session>() {
    static const ItemType type({.key = "session_of_this_test", .name = "Session", .plural = "Sessions", .happened = "held_on", .ended = "", .summary = {}},
                               {field<&Session::held_on>("held_on", "Held"), field<&Session::alone>("alone", "Alone").about_each(),
                                field<&Session::next_on>("next_on", "Next").about_each(), field<&Session::mood>("mood", "Mood").about_each(),
                                field<&Session::codes>("codes", "Codes").about_each(), field<&Session::words>("words", "Words").about_each()});
    return type;
}

namespace {

const Catalogue& catalogue() {
    static const Catalogue all = [] {
        Catalogue catalogue;
        add_items(catalogue);
        catalogue.add(type_of<Session>());
        return catalogue;
    }();
    return all;
}

class PartsOfAnItem : public testing::Test {
protected:
    static constexpr std::size_t alone = 1, next_on = 2, mood = 3, codes = 4, words = 5;

    ledger::Change talk(ledger::ItemId item, std::uint32_t version, std::vector<ledger::SubjectId> about, const std::vector<Session>& each) const {
        Content content;
        content.values = type_of<Session>().values_of(each.at(0));
        for (const Session& one : each) content.about.push_back({.values = type_of<Session>().values_of(one)});
        return change_of(type_of<Session>(), item, version, std::move(about), content, record_.worker());
    }
    void save(std::uint32_t version, const std::vector<Session>& each) { record_.save({talk(talk_, version, {amira_, sam_}, each)}); }

    static Found found_by(const Book& book, ledger::SubjectId child) {
        std::optional<Found> found;
        book.each_about(child, WantedTypes{&type_of<Session>()}, [&found](const Found& one) { found = one; });
        return found.value();
    }
    Found found_by(ledger::SubjectId child) { return found_by(*record_.record().book(), child); }

    RecordForTests record_{catalogue()};
    ledger::SubjectId amira_ = record_.add_child();
    ledger::SubjectId sam_ = record_.add_child();
    ledger::ItemId talk_ = ledger::ItemId::random();
    Session of_amira_{Date::of(2026, 3, 2), true, Date::of(2026, 4, 1), "calm", {{"HAND", "NOT_A_CODE"}}, {"She said so."}};
    Session of_sam_{Date::of(2026, 3, 2), false, {}, "", {}, {}};
};

TEST_F(PartsOfAnItem, are_in_memory_for_each_child_but_for_long_texts) {
    save(0, {of_amira_, of_sam_});
    const Found amira = found_by(amira_);
    EXPECT_EQ(amira.value(alone), Value(true));
    EXPECT_EQ(amira.value(next_on), Value(Date::of(2026, 4, 1).value()));
    EXPECT_EQ(amira.text(mood), "calm");
    EXPECT_EQ(amira.value(codes), Value(std::vector<std::string>{"HAND", "NOT_A_CODE"}));
    EXPECT_EQ(amira.value(words), Value());
    const Found sam = found_by(sam_);
    EXPECT_EQ(sam.value(alone), Value(false));
    EXPECT_EQ(sam.value(next_on), Value());
    EXPECT_EQ(sam.text(mood), "");
}

TEST_F(PartsOfAnItem, are_of_nobody_where_the_item_was_not_found_by_somebody) {
    save(0, {of_amira_, of_sam_});
    const Found found = record_.record().book()->find(talk_).value();
    EXPECT_EQ(found.value(alone), Value());
    EXPECT_EQ(found.values().at(alone), Value()) << "what is said of one child is not said of all";
    EXPECT_EQ(record_.record().book()->about(found, sam_).value(alone), Value(false));
    EXPECT_EQ(record_.record().book()->about(found, record_.add_child()).value(alone), Value());
}

TEST_F(PartsOfAnItem, change_with_the_next_version_and_not_in_a_book_that_is_being_read) {
    save(0, {of_amira_, of_sam_});
    const auto before = record_.record().book();
    of_sam_.alone = true;
    of_amira_.alone.reset();
    save(1, {of_amira_, of_sam_});
    EXPECT_EQ(found_by(sam_).value(alone), Value(true));
    EXPECT_EQ(found_by(amira_).value(alone), Value());
    EXPECT_EQ(found_by(amira_).text(mood), "calm");
    EXPECT_EQ(found_by(*before, sam_).value(alone), Value(false));
}

TEST_F(PartsOfAnItem, follow_a_child_who_was_merged_into_another) {
    save(0, {of_amira_, of_sam_});
    const auto leila = record_.add_child();
    ledger::Change merge;
    merge.kind = ledger::Kind::merged;
    merge.item = ledger::ItemId::random();
    merge.type = "merge";
    merge.subjects = {leila, sam_};
    merge.recorded_by = record_.worker();
    merge.shared.body = "{}";
    record_.save({merge});
    EXPECT_EQ(found_by(leila).value(alone), Value(false));
    const auto book = record_.record().book();
    EXPECT_EQ(book->about(book->find(talk_).value(), leila).value(alone), Value(false));
}

TEST_F(PartsOfAnItem, of_nobody_take_no_room) {
    record_.save({talk(talk_, 0, {amira_, sam_}, {{of_sam_.held_on, {}, {}, "", {}, {}}, {of_sam_.held_on, {}, {}, "", {}, {}}})});
    EXPECT_EQ(found_by(amira_).part, Table::no_part);
    EXPECT_EQ(found_by(amira_).value(alone), Value());
}

TEST_F(PartsOfAnItem, are_forgotten_where_they_are_destroyed_and_the_others_stay) {
    save(0, {of_amira_, of_sam_});
    const auto seq = static_cast<ledger::Sequence>(found_by(amira_).head().seq);
    ledger::Change order;
    order.kind = ledger::Kind::destroyed;
    order.item = ledger::ItemId::random();
    order.type = "destruction";
    order.subjects = {amira_};
    order.recorded_by = record_.worker();
    order.key = ledger::IdempotencyKey::random();
    order.shared.body = "{}";
    const auto destroyed = record_.record().ledger().destroy(order, {{.seq = seq, .shared = false, .subjects = {0}}}, {});
    ASSERT_TRUE(destroyed) << destroyed.error().whole();
    EXPECT_EQ(found_by(amira_).value(alone), Value());
    EXPECT_EQ(found_by(amira_).text(mood), "");
    EXPECT_EQ(found_by(sam_).value(alone), Value(false));
    EXPECT_EQ(found_by(sam_).values().at(0), Value(Date::of(2026, 3, 2).value())) << "what is said of all still has a reader";
}

TEST_F(PartsOfAnItem, are_there_again_when_the_record_is_opened_anew) {
    save(0, {of_amira_, of_sam_});
    Bookkeeper again(catalogue());
    ASSERT_TRUE(again.open(record_.record().ledger().store(), found_by(sam_).head().seq));
    EXPECT_EQ(found_by(*again.published(), amira_).value(alone), Value(true));
    EXPECT_EQ(found_by(*again.published(), sam_).value(alone), Value(false));
}

}  // namespace
}  // namespace steadfast::record
