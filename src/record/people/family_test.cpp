#include "record/people/family.hpp"

#include "record/items.hpp"
#include "record/people/address.hpp"
#include "record/record_for_tests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr auto monday = "2026-03-02";

class Families : public testing::Test {
protected:
    Families() {
        add_items(catalogue_);
        council_.emplace(catalogue_);
    }
    ledger::SubjectId add(const std::string& name, std::string_view sex = "F") {
        Person person;
        person.given_name = name;
        person.sex.code = sex;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    ledger::ItemId relate(ledger::SubjectId person, std::string_view kind, ledger::SubjectId relative, std::optional<Date> to = std::nullopt) {
        Relationship relationship;
        relationship.person.item = item_of(person);
        relationship.relative.item = item_of(relative);
        relationship.kind.code = kind;
        relationship.to = to;
        return council_->add({person, relative}, relationship);
    }
    ledger::ItemId live(std::vector<ledger::SubjectId> who, std::string_view street, std::string_view postcode, bool is_confidential = false) {
        Address address;
        address.kind.code = "home";
        address.house_and_street = street;
        address.postcode = postcode;
        address.is_confidential = is_confidential;
        address.from = Date::of(2026, 1, 1);
        return council_->add(std::move(who), address);
    }
    Family family(ledger::SubjectId of, const FamilyLimits& limits = {}) {
        const SeenBook book = council_->seen();
        return family_of(book, book.child(of).value(), limits);
    }
    std::vector<std::string> household(ledger::SubjectId of, const SeenBook& book) {
        std::vector<std::string> names;
        for (const SeenChild& one : household_of(book, book.child(of).value(), *Date::parse_iso(monday))) names.push_back(one.name);
        return names;
    }
    std::string is_to(const Family& of, ledger::SubjectId relative, ledger::SubjectId to) {
        return what_they_are(of, of.place_of(relative).value(), of.place_of(to).value(), *Date::parse_iso(monday));
    }
    static std::vector<std::string> names(const Family& of) {
        std::vector<std::string> all;
        for (const SeenChild& one : of.people) all.push_back(one.name);
        return all;
    }
    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
};

TEST_F(Families, are_whoever_relationships_lead_to_the_nearest_first_and_each_once) {
    const auto amira = add("Amira"), sam = add("Sam", "M"), leila = add("Leila"), omar = add("Omar", "M"), nadia = add("Nadia");
    add("Stranger");
    relate(amira, "parent", leila);
    relate(sam, "parent", leila);
    relate(amira, "parent", omar);
    relate(leila, "married", omar);
    relate(leila, "parent", nadia);
    const Family of_amira = family(amira);
    EXPECT_EQ(of_amira.people.front().id, amira);
    EXPECT_THAT(names(of_amira), UnorderedElementsAre("Amira", "Leila", "Omar", "Sam", "Nadia"));
    EXPECT_EQ(of_amira.ties.size(), 5u);
    EXPECT_FALSE(of_amira.is_cut);
}

TEST_F(Families, have_siblings_grandparents_and_aunts_whom_nobody_recorded_as_such) {
    const auto amira = add("Amira"), sam = add("Sam", "M"), ben = add("Ben", "M"), leila = add("Leila"), omar = add("Omar", "M"), nadia = add("Nadia"),
               huda = add("Huda");
    for (const auto child : {amira, sam}) {
        relate(child, "parent", leila);
        relate(child, "parent", omar);
    }
    relate(ben, "parent", leila);
    for (const auto child : {leila, huda}) relate(child, "parent", nadia);
    const Family all = family(amira);
    EXPECT_EQ(is_to(all, leila, amira), "Mother");
    EXPECT_EQ(is_to(all, amira, leila), "Daughter");
    EXPECT_EQ(is_to(all, sam, amira), "Brother");
    EXPECT_EQ(is_to(all, ben, amira), "Half-brother");
    EXPECT_EQ(is_to(all, nadia, amira), "Grandmother");
    EXPECT_EQ(is_to(all, sam, nadia), "Grandson");
    EXPECT_EQ(is_to(all, huda, amira), "Aunt");
    EXPECT_EQ(is_to(all, amira, huda), "Niece");
    std::vector<std::string> siblings;
    for (const std::size_t one : siblings_of(all, 0)) siblings.push_back(all.people[one].name);
    EXPECT_THAT(siblings, UnorderedElementsAre("Sam", "Ben"));
}

TEST_F(Families, say_when_something_between_two_ended_and_through_whom_others_belong) {
    const auto amira = add("Amira"), leila = add("Leila"), dan = add("Dan", "M");
    relate(amira, "parent", leila);
    relate(leila, "partner", dan, Date::of(2026, 1, 5));
    const Family all = family(amira);
    EXPECT_EQ(is_to(all, dan, leila), "Partner (until 5 January 2026)");
    EXPECT_EQ(is_to(all, dan, amira), "Mother's former partner");
    const auto eve = add("Eve");
    relate(dan, "friend", eve);
    const Family more = family(amira);
    EXPECT_EQ(is_to(more, eve, amira), "Through Dan");
}

TEST_F(Families, end_at_a_relationship_that_was_recorded_in_error_and_hold_two_who_were_merged_as_one) {
    const auto amira = add("Amira"), leila = add("Leila"), twice = add("Leyla");
    const auto wrong = relate(amira, "friend", add("Nobody"));
    council_->withdraw<Relationship>(wrong, {amira, council_->record().book()->subjects(*council_->record().book()->find(wrong))[1]});
    relate(amira, "parent", twice);
    ledger::Change merge;
    merge.kind = ledger::Kind::merged;
    merge.item = ledger::ItemId::random();
    merge.type = "merge";
    merge.subjects = {twice, leila};
    merge.shared.body = "{}";
    merge.recorded_by = council_->worker();
    council_->save({merge});
    EXPECT_THAT(names(family(amira)), UnorderedElementsAre("Amira", council_->seen().child(twice)->name));
    EXPECT_EQ(council_->seen().child(twice)->id, council_->seen().child(leila)->id);
}

TEST_F(Families, stop_at_their_limits_and_say_so) {
    std::vector<ledger::SubjectId> line{add("0")};
    for (int i = 1; i < 8; ++i) {
        line.push_back(add(std::to_string(i)));
        relate(line[line.size() - 2], "parent", line.back());
    }
    const Family near = family(line[0], {.people = 60, .steps = 3});
    EXPECT_THAT(names(near), ElementsAre("0", "1", "2", "3"));
    EXPECT_TRUE(near.is_cut);
    EXPECT_EQ(family(line[0], {.people = 2, .steps = 9}).people.size(), 2u);
    EXPECT_FALSE(family(line[0], {.people = 60, .steps = 9}).is_cut);
}

using Households = Families;

TEST_F(Households, are_those_at_one_address_however_it_is_written) {
    const auto amira = add("Amira"), leila = add("Leila"), sam = add("Sam"), far = add("Far");
    live({amira, leila}, "12 Mill Lane", "ZZ1 2AB");
    live({sam}, "12, mill lane", "zz12ab");
    live({far}, "14 Mill Lane", "ZZ1 2AB");
    EXPECT_THAT(household(amira, council_->seen()), UnorderedElementsAre("Leila", "Sam"));
    EXPECT_THAT(household(sam, council_->seen()), UnorderedElementsAre("Amira", "Leila"));
    EXPECT_THAT(household(far, council_->seen()), IsEmpty());
}

TEST_F(Households, are_of_that_day_and_of_where_people_live_and_not_of_their_post) {
    const auto amira = add("Amira"), moved = add("Moved"), post = add("Post");
    live({amira}, "12 Mill Lane", "ZZ1 2AB");
    Address left;
    left.kind.code = "home";
    left.house_and_street = "12 Mill Lane";
    left.postcode = "ZZ1 2AB";
    left.to = Date::of(2026, 3, 1);
    council_->add({moved}, left);
    left.to.reset();
    left.kind.code = "correspondence";
    council_->add({post}, left);
    EXPECT_THAT(household(amira, council_->seen()), IsEmpty());
}

TEST_F(Households, are_not_given_away_by_a_confidential_address) {
    const auto amira = add("Amira"), leila = add("Leila");
    live({amira}, "12 Mill Lane", "ZZ1 2AB", true);
    live({leila}, "12 Mill Lane", "ZZ1 2AB");
    const SeenBook other(council_->record().book(), {ledger::WorkerId::random(), "social_worker"});
    EXPECT_THAT(household(amira, council_->seen()), ElementsAre("Leila"));
    EXPECT_THAT(household(amira, other), IsEmpty());
    EXPECT_THAT(household(leila, other), IsEmpty());
}

}  // namespace
}  // namespace steadfast::record
