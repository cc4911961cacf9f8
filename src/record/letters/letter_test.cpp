#include "record/items.hpp"
#include "record/item/round_trip.hpp"
#include "record/letters/letter.hpp"
#include "record/letters/places.hpp"
#include "record/letters/recipient.hpp"
#include "record/people/address.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::letters {
namespace {

TEST(Places, are_filled_and_told_from_where) {
    const std::vector<Filling> fillings{{"child's name", "Amira Khan", "The child's record"}, {"council", "", "Settings"}};
    const Filled letter = filled("About [child's name] ([child's name]).\n[council] [not a place of ours\n] [x]", fillings);
    EXPECT_EQ(letter.words, "About Amira Khan (Amira Khan).\n[council] [not a place of ours\n] [x]");
    ASSERT_EQ(letter.used.size(), 1u);
    EXPECT_EQ(letter.used[0].from, "The child's record");
    EXPECT_EQ(letter.left_open, std::vector<std::string>{"council"});
}

TEST(Places, that_there_are_none_of_are_found_in_their_line) {
    EXPECT_FALSE(unknown_place_in("Dear [recipient's name],\n\n[today]"));
    const auto unknown = unknown_place_in("Dear [recipient's name],\nabout [child name]");
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->place, "child name");
    EXPECT_EQ(unknown->line, 2u);
    EXPECT_FALSE(unknown_place_in("[" + std::string(100, 'x') + "]")) << "too long for a place";
    EXPECT_FALSE(unknown_place_in("["));
}

const Catalogue& catalogue() {
    static const Catalogue made = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return made;
}

class Letters : public testing::Test {
protected:
    ledger::SubjectId add(std::string given, std::string family) {
        Person person;
        person.given_name = std::move(given);
        person.family_name = std::move(family);
        const auto item = ledger::ItemId::random();
        council.save({change_of(person, item, 0, {subject_of(item)}, council.worker())});
        return subject_of(item);
    }
    void live_at(std::vector<ledger::SubjectId> who, std::string street, std::string postcode, bool is_confidential, ledger::WorkerId by) {
        Address address;
        address.kind.code = "home";
        address.house_and_street = std::move(street);
        address.postcode = std::move(postcode);
        if (is_confidential) address.is_confidential = true;
        ledger::Change change = change_of(address, ledger::ItemId::random(), 0, std::move(who), by);
        change.key = ledger::IdempotencyKey::random();
        council.save({change});
    }
    Reach reach(const Recipient& recipient, std::string_view text) {
        const auto child = council.seen().child(amira);
        return reach_of(council.seen(), std::span(&*child, 1), recipient, text);
    }

    RecordForTests council{catalogue()};
    ledger::SubjectId amira = add("Amira", "Khan");
    ledger::SubjectId leila = add("Leila", "Khan");
    const ledger::WorkerId another = ledger::WorkerId::random();
    const Recipient father{"Omar Khan", "father", "4 High Street\nAshcombe ZZ1 1AA"};
};

TEST_F(Letters, go_to_the_ledger_and_back_unchanged) {
    expect_there_and_back<Letter>();
    expect_there_and_back<LetterTemplate>();
}

TEST_F(Letters, may_hold_an_address_that_is_no_secret) {
    live_at({amira, leila}, "12 Mill Lane", "ZZ3 4AB", false, another);
    EXPECT_TRUE(reach(father, "Amira now lives at 12 Mill Lane, ZZ3 4AB.").forbidden.empty());
}

TEST_F(Letters, never_hold_a_confidential_address_however_it_is_written_and_whoever_may_not_see_it) {
    live_at({amira, leila}, "12 Mill Lane", "ZZ3 4AB", true, another);
    for (const char* words : {"She is at 12 Mill Lane.", "She is at 12, MILL  LANE now", "Write to zz34ab.", "zz3 4ab"}) {
        const Reach found = reach(father, words);
        ASSERT_EQ(found.forbidden.size(), 1u) << words;
        EXPECT_EQ(found.forbidden[0].find("Mill"), std::string::npos) << "says nothing about which";
    }
    EXPECT_TRUE(reach(father, "She is well.").forbidden.empty());
}

TEST_F(Letters, never_go_to_a_confidential_address_but_its_own_persons_by_who_may_see_it) {
    live_at({amira, leila}, "12 Mill Lane", "ZZ3 4AB", true, council.worker());
    EXPECT_TRUE(reach({"Leila Khan", "mother", "12 Mill Lane\nZZ3 4AB"}, "Dear Leila").forbidden.empty()) << "who recorded it may see it";
    EXPECT_EQ(reach({"Omar Khan", "father", "12 Mill Lane\nZZ3 4AB"}, "Dear Omar").forbidden.size(), 1u);
    EXPECT_EQ(reach({"Leila Khan", "mother", ""}, "You live at 12 Mill Lane.").forbidden.size(), 1u) << "in the words it never may";
}

TEST_F(Letters, to_an_address_that_their_writer_may_not_see_are_refused) {
    live_at({amira, leila}, "12 Mill Lane", "ZZ3 4AB", true, another);
    EXPECT_EQ(reach({"Leila Khan", "mother", "12 Mill Lane"}, "Dear Leila").forbidden.size(), 1u);
}

TEST_F(Letters, that_name_others_of_the_family_ask_whether_the_recipient_may_know) {
    live_at({amira, leila}, "12 Mill Lane", "ZZ3 4AB", false, another);
    EXPECT_EQ(reach(father, "Leila  Khan said so.").to_think_about, std::vector<std::string>{"Leila Khan"});
    EXPECT_TRUE(reach(father, "Amira Khan said so.").to_think_about.empty()) << "it is about her";
    EXPECT_TRUE(reach({"Leila Khan", "mother", ""}, "Dear Leila Khan").to_think_about.empty()) << "it is to her";
}

TEST_F(Letters, say_for_whom_they_are_made) {
    const auto child = council.seen().child(amira);
    EXPECT_EQ(made_for(father, std::span(&*child, 1), *Date::of(2026, 3, 31), "Tom Reed"),
              "For Omar Khan (father). Child's reference not given. Printed 31 March 2026 by Tom Reed.");
}

}  // namespace
}  // namespace steadfast::record::letters
