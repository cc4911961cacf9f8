#include "record/item/shape.hpp"

#include "law/code_sets.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

/// A meeting as three releases had it: the first kept one name under "chair" and the place under "where"; the second called
/// the place "place"; the third tells first name and family name apart, and spells a sex as the returns do since April 2024.
struct Gathering {
    std::optional<Date> held_on;
    std::string chair_given_name;
    std::string chair_family_name;
    std::string place;
    Coded<law::sex> sex;
    CodedList<law::sex> sexes;
    Narrative words;
};

std::pair<std::string, std::string> at_the_last_space(std::string_view name) {
    const auto space = name.rfind(' ');
    if (space == std::string_view::npos) return {"", std::string(name)};
    return {std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
}

std::vector<Field> gathering_fields() {
    return {
        field<&Gathering::held_on>("held_on", "Held on"),
        field<&Gathering::chair_given_name>("chair_given_name", "Chair's given name"),
        field<&Gathering::chair_family_name>("chair_family_name", "Chair's family name"),
        field<&Gathering::place>("place", "Place"),
        field<&Gathering::sex>("sex", "Sex"),
        field<&Gathering::sexes>("sexes", "Sexes of the children there"),
        field<&Gathering::words>("words", "Words"),
    };
}

const ItemWords gathering_words{.key = "gathering", .name = "Gathering", .plural = "Gatherings", .happened = "held_on", .ended = "", .summary = {"place"}};

}  // namespace

template <>
const ItemType& type_of<Gathering>() {
    static const ItemType type(gathering_words, gathering_fields(),
                               {{renamed("where", "place"), renamed("said", "words")},
                                {split("chair", "chair_given_name", "chair_family_name", at_the_last_space),
                                 recoded_from(*Date::of(2024, 4, 1), "held_on", "sex", "1", "M"), recoded("sexes", "2", "F")}});
    return type;
}

namespace {

const ledger::Part first_release{
    R"({"held_on":"2024-05-02","chair":"Ruth \"Ru\" Okafor","where":"School\nhall","sex":"1","sexes":["1","2"],"later":{"a":[1]}})",
    R"({"said":"It went well."})"};
const ledger::Part second_release{R"({"_shape":2,"held_on":"2024-03-31","chair":"Okafor","place":"home","sex":"1"})", R"({"words":"Calm."})"};

Gathering read(const ledger::Part& part) {
    const auto content = read_part(type_of<Gathering>(), part);
    EXPECT_TRUE(content) << content.error().whole();
    return content ? type_of<Gathering>().item_from<Gathering>(content->values) : Gathering();
}

TEST(Shapes, read_a_renamed_a_split_and_a_recoded_field_of_the_first_release) {
    const Gathering gathering = read(first_release);
    EXPECT_EQ(gathering.held_on, Date::of(2024, 5, 2));
    EXPECT_EQ(gathering.chair_given_name, "Ruth \"Ru\"");
    EXPECT_EQ(gathering.chair_family_name, "Okafor");
    EXPECT_EQ(gathering.place, "School\nhall");
    EXPECT_EQ(gathering.sex.code, "M");
    EXPECT_EQ(gathering.sexes.codes, (std::vector<std::string>{"1", "F"}));
    EXPECT_EQ(gathering.words.text, "It went well.");
    EXPECT_EQ(read_part(type_of<Gathering>(), first_release)->unknown, R"("later":{"a":[1]})");
}

TEST(Shapes, keep_a_code_that_was_right_on_its_day) {
    const Gathering gathering = read(second_release);
    EXPECT_EQ(gathering.sex.code, "1") << "the day before the change";
    EXPECT_EQ(gathering.chair_given_name, "");
    EXPECT_EQ(gathering.chair_family_name, "Okafor");
    EXPECT_EQ(gathering.words.text, "Calm.");
}

TEST(Shapes, write_today_s_and_leave_it_alone_when_it_is_read) {
    Gathering gathering;
    gathering.held_on = Date::of(2026, 5, 2);
    gathering.sex.code = "1";   // Typed today, however odd: no step touches it.
    Content content;
    content.values = type_of<Gathering>().values_of(gathering);
    const ledger::Part part = write_shared(type_of<Gathering>(), content);
    EXPECT_EQ(part.body, R"({"_shape":3,"held_on":"2026-05-02","sex":"1"})");
    EXPECT_EQ(read(part).sex.code, "1");
    EXPECT_EQ(write_shared(type_of<Person>(), {.values = Values(type_of<Person>().fields().size())}).body, "{}") << "a first shape is not spelled out";
}

TEST(Shapes, of_a_later_release_are_not_read_by_guess) {
    for (const std::string body : {R"({"_shape":4,"place":"home"})", R"({"_shape":0})", R"({"_shape":"two"})", R"({"_shape":99999999999})"}) {
        const auto content = read_part(type_of<Gathering>(), {body, ""});
        ASSERT_FALSE(content) << body;
        EXPECT_EQ(content.error().kind, Refusal::Kind::invalid);
    }
    EXPECT_FALSE(read_part(type_of<Gathering>(), {R"({"_shape":2,)", ""})) << "cut";
    EXPECT_FALSE(read_part(type_of<Gathering>(), {R"([1])", ""})) << "no object";
}

TEST(Shapes, never_use_a_retired_key_again) {
    EXPECT_THROW(ItemType(gathering_words, gathering_fields(), {{renamed("place", "venue")}}), std::logic_error);
}

/// A store that holds what three releases recorded of one gathering, opened by today's.
class OlderRecord : public testing::Test {
protected:
    OlderRecord() {
        catalogue_.add(type_of<Person>());
        catalogue_.add(type_of<Gathering>());
        record_.emplace(catalogue_);
        child_ = record_->add_child();
        save(first_release, 0);
        record_->put_clock("2026-03-03");
    }
    void save(const ledger::Part& part, std::uint32_t starts_from) {
        ledger::Change change;
        change.item = item_;
        change.starts_from = starts_from;
        change.type = type_of<Gathering>().key();
        change.subjects = {child_};
        change.recorded_by = record_->worker();
        change.shared = part;
        record_->save({change});
    }
    static Gathering held(const Book& book, ledger::ItemId item) {
        const auto found = book.find(item).value();
        EXPECT_FALSE(found.head().has(RowHead::unreadable));
        return found.table->item<Gathering>(found.row);
    }

    Catalogue catalogue_;
    std::optional<RecordForTests> record_;
    ledger::SubjectId child_;
    ledger::ItemId item_ = ledger::ItemId::random();
};

TEST_F(OlderRecord, is_held_in_memory_as_it_would_be_written_today) {
    EXPECT_EQ(held(*record_->record().book(), item_).chair_family_name, "Okafor");
    EXPECT_EQ(held(*record_->record().book(), item_).sex.code, "M");
    save(second_release, 1);
    EXPECT_EQ(held(*record_->record().book(), item_).place, "home");
}

TEST_F(OlderRecord, is_replayed_and_shown_as_it_was_known_in_today_s_fields) {
    const Instant then = record_->now();
    record_->put_clock("2026-03-05");
    save(second_release, 1);
    const auto whole = record_->record().as_known_on(then);
    ASSERT_TRUE(whole) << whole.error().whole();
    EXPECT_EQ(held(**whole, item_).place, "School\nhall");
    EXPECT_EQ(held(**record_->record().as_known_on(then, child_), item_).chair_given_name, "Ruth \"Ru\"");
}

TEST_F(OlderRecord, of_a_later_release_stands_there_unread) {
    save({R"({"_shape":9,"place":"moon"})", ""}, 1);
    const auto found = record_->record().book()->find(item_).value();
    EXPECT_TRUE(found.head().has(RowHead::unreadable));
}

}  // namespace
}  // namespace steadfast::record
