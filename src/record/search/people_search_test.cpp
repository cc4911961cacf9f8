#include "record/search/people_search.hpp"

#include "record/items.hpp"
#include "record/people/address.hpp"
#include "record/people/contact_way.hpp"
#include "record/people/name.hpp"
#include "record/people/person.hpp"
#include "record/record_for_tests.hpp"
#include "record/search/typed_birth.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const Date today = *Date::of(2026, 3, 2);

const Catalogue& all_of_record() {
    static const Catalogue catalogue = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return catalogue;
}

class PeopleSearch : public testing::Test {
protected:
    ledger::SubjectId add(const std::string& given, const std::string& family, std::optional<Date> born = {}, const std::string& number = "",
                          const std::string& known_as = "") {
        Person person;
        person.given_name = given;
        person.family_name = family;
        person.known_as = known_as;
        person.born = born;
        person.authority_id = number;
        const auto item = ledger::ItemId::random();
        council_.save({change_of(person, item, 0, {subject_of(item)}, council_.worker())});
        return subject_of(item);
    }
    PeopleFound search(std::string typed) { return search_people(council_.seen(), {.typed = std::move(typed), .today = today}); }
    std::vector<std::string> names(std::string typed) {
        std::vector<std::string> all;
        for (const PersonFound& person : search(std::move(typed)).people) all.push_back(person.name);
        return all;
    }
    std::string why(std::string typed) {
        const auto found = search(std::move(typed));
        return found.people.empty() ? "" : found.people[0].why;
    }

    RecordForTests council_{all_of_record()};
};

TEST_F(PeopleSearch, finds_parts_of_names_in_any_order) {
    add("Amira", "Khan-Reed", Date::of(2015, 4, 3), "7001");
    add("Samira", "Jones", Date::of(2016, 4, 3), "7002");
    EXPECT_THAT(names("reed AMI"), ElementsAre("Amira Khan-Reed"));
    EXPECT_THAT(names("khanreed"), ElementsAre("Amira Khan-Reed"));
    EXPECT_THAT(names("amira"), ElementsAre("Amira Khan-Reed"));
    EXPECT_THAT(names("mira"), ElementsAre("Amira Khan-Reed", "Samira Jones")) << "where nothing begins so, names that hold it";
    EXPECT_TRUE(search("mira").is_nearly);
    EXPECT_THAT(names("Amria Khan"), ElementsAre("Amira Khan-Reed")) << "two letters swapped";
    EXPECT_THAT(names(""), IsEmpty());
    EXPECT_THAT(names("zzz"), IsEmpty());
}

TEST_F(PeopleSearch, gives_each_typed_word_a_part_of_the_name_to_itself) {
    add("Anna", "Smith", Date::of(2015, 4, 3), "7001", "Anna");
    EXPECT_THAT(names("ann smith"), ElementsAre("Anna Smith"));
    EXPECT_THAT(names("ann anna"), IsEmpty());
    EXPECT_THAT(names("smith smi"), IsEmpty());
    add("Ali", "Ali", Date::of(2016, 4, 3), "7002");
    EXPECT_THAT(names("ali ali"), ElementsAre("Ali Ali"));
    EXPECT_THAT(names("ali ali ali"), IsEmpty());
    add("Annabel", "Anna", Date::of(2017, 4, 3), "7003");
    EXPECT_THAT(names("anna annabel"), ElementsAre("Annabel Anna")) << "the shorter word makes room for the longer";
    add("Omar", "Alhassan", Date::of(2018, 4, 3), "7004");
    EXPECT_THAT(names("omar al hassan"), ElementsAre("Omar Alhassan")) << "one name, written as two words";
    EXPECT_THAT(names("omar 2018 3/4/2018"), ElementsAre("Omar Alhassan")) << "a birth may answer several words";
}

TEST_F(PeopleSearch, says_why_each_fits) {
    add("William", "Łuczak", Date::of(2015, 4, 3), "7001", "Billy");
    EXPECT_EQ(why("luczak"), "name");
    EXPECT_EQ(why("billy"), "what they like to be called");
    EXPECT_EQ(why("bill"), "what they like to be called");
    EXPECT_EQ(why("will luczak"), "name");
    EXPECT_EQ(why("liam"), "Liam is used for William");
    EXPECT_EQ(why("lutshak"), "");
    EXPECT_EQ(why("7001"), "number here");
    EXPECT_EQ(why("3 apr 15"), "date of birth");
    EXPECT_EQ(why("4/3/2015"), "date of birth, day and month the other way round");
    EXPECT_EQ(why("april 2015"), "born about then");
    EXPECT_EQ(why("about 2014 luczak"), "born about then; name");
}

TEST_F(PeopleSearch, finds_sound_alikes_after_the_exact) {
    add("Muhammad", "Choudhury");
    add("Mohammed", "Chaudhry");
    EXPECT_THAT(names("mohammed chaudhry"), ElementsAre("Mohammed Chaudhry", "Muhammad Choudhury"));
    EXPECT_THAT(names("mo choudry"), UnorderedElementsAre("Mohammed Chaudhry", "Muhammad Choudhury"));
    EXPECT_EQ(search("mohammed chaudhry").people[1].why, "Mohammed is used for Muhammad; Choudhury sounds like Chaudhry");
}

TEST_F(PeopleSearch, puts_children_before_adults_where_all_else_is_equal) {
    add("Sarah", "Reed", Date::of(1985, 1, 1));
    add("Sarah", "Reed", Date::of(2018, 1, 1));
    const auto found = search("sarah reed");
    ASSERT_EQ(found.people.size(), 2u);
    EXPECT_EQ(found.people[0].born, Date::of(2018, 1, 1));
}

TEST_F(PeopleSearch, narrows_down_by_age_and_sex) {
    add("Sarah", "Reed", Date::of(1985, 1, 1));
    add("Sarah", "Reed", Date::of(2018, 1, 1));
    add("Sarah", "Reed");
    PeopleSought sought{.typed = "reed", .today = today, .youngest = 5, .oldest = 10};
    EXPECT_EQ(search_people(council_.seen(), sought).whole, 1u);
    sought = {.typed = "reed", .today = today, .sex = "1"};
    EXPECT_EQ(search_people(council_.seen(), sought).whole, 0u);
}

TEST_F(PeopleSearch, follows_each_save_at_once) {
    const auto child = add("Amira", "Khan");
    EXPECT_THAT(names("khan"), ElementsAre("Amira Khan"));
    Person person;
    person.given_name = "Amira";
    person.family_name = "Okonkwo";
    council_.amend(item_of(child), {child}, person);
    EXPECT_THAT(names("khan"), IsEmpty());
    EXPECT_THAT(names("okonkwo"), ElementsAre("Amira Okonkwo"));
    council_.withdraw<Person>(item_of(child), {child});
    EXPECT_THAT(names("okonkwo"), IsEmpty());
}

TEST_F(PeopleSearch, finds_whoever_was_merged_under_the_one_who_was_kept) {
    const auto kept = add("Amira", "Khan", {}, "7001");
    const auto other = add("Ameera", "Ahmed", {}, "7002");
    ledger::Change merge;
    merge.kind = ledger::Kind::merged;
    merge.item = ledger::ItemId::random();
    merge.type = "merge";
    merge.subjects = {kept, other};
    merge.recorded_by = council_.worker();
    council_.save({merge});
    EXPECT_THAT(names("ahmed"), ElementsAre("Amira Khan"));
    EXPECT_EQ(why("ahmed"), "name on a record that was joined with this one");
    EXPECT_THAT(names("7002"), ElementsAre("Amira Khan"));
    merge.kind = ledger::Kind::unmerged;
    merge.starts_from = 1;
    merge.key = ledger::IdempotencyKey::random();
    council_.save({merge});
    EXPECT_THAT(names("ahmed"), ElementsAre("Ameera Ahmed"));
    EXPECT_THAT(names("khan"), ElementsAre("Amira Khan"));
}

TEST_F(PeopleSearch, shows_nobody_to_whom_may_see_nobody) {
    add("Amira", "Khan");
    const SeenBook nobody(council_.record().book(), {council_.worker(), "administrator"});
    const auto found = search_people(nobody, {.typed = "amira", .today = today});
    EXPECT_THAT(found.people, IsEmpty());
    EXPECT_EQ(found.whole, 0u);
}

TEST_F(PeopleSearch, passes_over_whoever_was_recorded_after_its_version_of_the_record) {
    const auto before = council_.seen();
    add("Amira", "Khan");
    EXPECT_THAT(search_people(before, {.typed = "khan", .today = today}).people, IsEmpty());
}

TEST_F(PeopleSearch, looks_through_a_record_of_a_past_day_too) {
    add("Amira", "Khan");
    const auto then = council_.record().as_known_on(council_.now().plus_seconds(1)).value();
    EXPECT_THAT(search_people(council_.seen(then), "khan", 5).people, testing::SizeIs(1));
    EXPECT_THAT(search_people(council_.seen(then), "reed", 5).people, IsEmpty());
}

TEST_F(PeopleSearch, gives_the_answer_in_parts) {
    for (int i = 0; i < 7; ++i) add("Amira", "Khan", {}, std::to_string(7000 + i));
    const auto part = search_people(council_.seen(), {.typed = "khan", .today = today, .first = 5, .most = 5});
    EXPECT_EQ(part.people.size(), 2u);
    EXPECT_EQ(part.whole, 7u);
}

TEST_F(PeopleSearch, finds_other_names_addresses_and_telephones) {
    const auto child = add("Amira", "Khan");
    council_.add<Name>({child}, {.given_name = "Mimi", .family_name = "Okonkwo", .kind = {"former"}});
    council_.add<Address>({child}, {.postcode = "ZZ9 9ZZ"});
    council_.add<Address>({child}, {.postcode = "YY1 1AA", .to = Date::of(2020, 1, 1)});
    council_.add<ContactWay>({child}, {.number_or_address = "+44 7700 900123"});
    EXPECT_EQ(why("okonkwo"), "former name");
    EXPECT_EQ(why("zz"), "postcode");
    EXPECT_EQ(why("ZZ9 9Z"), "postcode");
    EXPECT_EQ(why("yy11aa"), "former postcode");
    EXPECT_EQ(why("07700 900123"), "telephone number");
    EXPECT_EQ(why("07700 900999"), "");
    add("Okonkwo", "Reed");
    EXPECT_THAT(names("okonkwo"), ElementsAre("Okonkwo Reed", "Amira Khan")) << "a name of today before one of former days";
}

TEST_F(PeopleSearch, finds_nobody_by_a_confidential_address_for_whoever_may_not_read_it) {
    const auto child = add("Amira", "Khan");
    const auto address = council_.add<Address>({child}, {.postcode = "ZZ9 9ZZ", .is_confidential = true});
    const auto found_by = [this](ledger::WorkerId worker, std::string typed) {
        const SeenBook seen(council_.record().book(), {worker, "social_worker"});
        return search_people(seen, {.typed = std::move(typed), .today = today}).whole;
    };
    EXPECT_EQ(found_by(council_.worker(), "zz9"), 1u) << "whoever recorded it knows it";
    const auto colleague = ledger::WorkerId::random();
    EXPECT_EQ(found_by(colleague, "zz9"), 0u);
    EXPECT_EQ(found_by(colleague, "khan zz9 9zz"), 0u);
    EXPECT_EQ(found_by(colleague, "khan"), 1u);
    // The same when the index has been made anew, and when the address is no secret any more.
    PeopleIndex anew;
    anew.make(council_.record().book());
    const SeenBook seen(council_.record().book(), {colleague, "social_worker"});
    EXPECT_EQ(search_people(anew, seen, {.typed = "zz9", .today = today}).whole, 0u);
    council_.amend<Address>(address, {child}, {.postcode = "ZZ9 9ZZ"});
    EXPECT_EQ(found_by(colleague, "zz9"), 1u);
}

TEST_F(PeopleSearch, is_the_same_when_the_index_is_made_anew) {
    for (int i = 0; i < 40; ++i) {
        const auto child = add(i % 2 ? "Mohammed" : "Muhammad", i % 3 ? "Khan" : "Reed", Date::of(2015, 1, 1)->plus_days(i * 40), std::to_string(7000 + i));
        if (i % 5 == 0) council_.add<Name>({child}, {.given_name = "Mo", .family_name = "Ahmed", .kind = {"alias"}});
    }
    PeopleIndex anew;
    anew.make(council_.record().book());
    for (const char* typed : {"mo", "mohammed khan", "reed 2015", "ahmed", "7010", "muhamed ahmad", "about 2016 khan"}) {
        const auto kept_up = search(typed);
        const auto made = search_people(anew, council_.seen(), {.typed = typed, .today = today});
        ASSERT_EQ(kept_up.whole, made.whole) << typed;
        for (std::size_t i = 0; i < made.people.size(); ++i) {
            EXPECT_EQ(kept_up.people[i].id, made.people[i].id) << typed;
            EXPECT_EQ(kept_up.people[i].why, made.people[i].why) << typed;
        }
    }
}

/// The table must say of everybody what the plain comparison says.
TEST(TermTable, agrees_with_looking_at_everybody) {
    const std::vector<std::string> given{"amira", "amir", "mohammed", "muhammad", "william", "bill", "sian", "shan", "krzysztof", "kristof", "al", "anna"};
    const std::vector<std::string> family{"khan", "kahn", "reed", "reid", "chaudhry", "choudhury", "hassan", "alhassan", "smith", "smyth"};
    std::mt19937 random(7);
    TermTable::Maker maker;
    std::vector<std::vector<PersonTerm>> people(3000);
    for (PersonPlace person = 0; person < people.size(); ++person) {
        const auto add = [&](std::string text, TermSource source) {
            people[person].push_back({text, source});
            maker.add(person, text, source);
        };
        add("n" + given[random() % given.size()], TermSource::name);
        add("n" + family[random() % family.size()], random() % 4 == 0 ? TermSource::former_name : TermSource::name);
        add("d" + std::to_string(2008 + random() % 12) + "0" + std::to_string(1 + random() % 9) + "1" + std::to_string(random() % 9), TermSource::born);
        add("i" + std::to_string(100'000 + person), TermSource::authority_id);
        add("ple" + std::to_string(1 + random() % 9) + "ab", TermSource::postcode);
    }
    const TermTable table = std::move(maker).make();
    for (const std::string typed : {"amira", "am", "mohammed khan", "bill reed", "reed bill 2012", "shan", "al hassan", "le1", "le2 ab", "1001", "smith 3/4/2011",
                                    "about 2012 kristof", "a", "xyzzy", "hass al"}) {
        for (const bool is_near : {false, true}) {
            Asked asked = read_asked(typed, today);
            if (is_near) asked = with_near_spellings(asked);
            std::vector<std::pair<PersonPlace, unsigned>> plain;
            for (PersonPlace person = 0; person < people.size(); ++person) {
                unsigned grade = 0;
                bool fits = true;
                for (const AskedWord& word : asked.words) {
                    const auto fit = best_fit(word, people[person]);
                    fits = fits && fit;
                    if (fit) grade += fit->grade();
                }
                if (fits) plain.emplace_back(person, grade);
            }
            std::vector<std::pair<PersonPlace, unsigned>> found;
            for (const Candidate& candidate : table.candidates(asked, {})) found.emplace_back(candidate.person, candidate.grade);
            std::sort(found.begin(), found.end());
            EXPECT_EQ(found, plain) << typed;
        }
    }
}

TEST(TypedBirth, is_read_as_people_write_it) {
    const auto days = [](std::vector<std::string> words) {
        std::vector<std::string> all;
        if (const auto birth = typed_birth(words, today))
            for (const auto& one : birth->days) all.push_back(one.digits);
        return all;
    };
    EXPECT_THAT(days({"3", "apr", "15"}), ElementsAre("20150403"));
    EXPECT_THAT(days({"3rd", "april", "2015"}), ElementsAre("20150403"));
    EXPECT_THAT(days({"april", "3", "2015"}), ElementsAre("20150403"));
    EXPECT_THAT(days({"3.4.2015"}), ElementsAre("20150403", "20150304"));
    EXPECT_THAT(days({"3/4/15"}), ElementsAre("20150403", "20150304"));
    EXPECT_THAT(days({"4/25/2015"}), ElementsAre("20150425")) << "no date but as Americans write it";
    EXPECT_THAT(days({"25/4/2015"}), ElementsAre("20150425"));
    EXPECT_THAT(days({"2015-04-03"}), ElementsAre("20150403"));
    EXPECT_THAT(days({"03042015"}), ElementsAre("20150403", "20150304"));
    EXPECT_THAT(days({"3-apr-2015"}), ElementsAre("20150403"));
    EXPECT_THAT(days({"april", "2015"}), ElementsAre("201504"));
    EXPECT_THAT(days({"4/2015"}), ElementsAre("201504"));
    EXPECT_THAT(days({"about", "2015"}), ElementsAre("2015", "2014", "2016"));
    EXPECT_THAT(days({"3/4/85"}), ElementsAre("19850403", "19850304"));
    EXPECT_THAT(days({"2015"}), ElementsAre("2015"));
    EXPECT_THAT(days({"31/2/2015"}), IsEmpty());
    EXPECT_THAT(days({"may", "smith"}), IsEmpty());
    EXPECT_THAT(days({"12345"}), IsEmpty());
    EXPECT_THAT(days({}), IsEmpty());
}

TEST(ReadAsked, takes_numbers_and_postcodes_however_they_are_spaced) {
    const auto meanings = [](std::string_view typed) {
        std::vector<std::string> all;
        for (const AskedWord& word : read_asked(typed, today).words)
            for (const Meaning& meaning : word.meanings) all.push_back(meaning.text);
        return all;
    };
    EXPECT_THAT(meanings("07700 900123"), testing::Contains("t7700900123"));
    EXPECT_THAT(meanings("+44 7700 900-123"), testing::Contains("t7700900123"));
    EXPECT_THAT(meanings("0044 7700 900123"), testing::Contains("t7700900123"));
    EXPECT_THAT(meanings("943 476 5919"), testing::Contains("i9434765919"));
    EXPECT_THAT(meanings("LE2 3AB"), ElementsAre("ple23ab"));
    EXPECT_THAT(meanings("le23ab"), testing::Contains("ple23ab"));
    EXPECT_THAT(meanings("le"), testing::Contains("ple"));
    EXPECT_THAT(meanings("A123456789012"), testing::Contains("ia123456789012"));
}

RC_GTEST_PROP(ReadAsked, takes_anything_that_is_typed, (const std::string& typed)) {
    const Asked asked = read_asked(typed, today);
    RC_ASSERT(asked.words.size() <= 8u);
    for (const AskedWord& word : asked.words) RC_ASSERT(!word.meanings.empty());
}

TEST(IsOneLetterAway, is_one_more_less_other_or_swapped) {
    EXPECT_TRUE(is_one_letter_away("reed", "reid"));
    EXPECT_TRUE(is_one_letter_away("reed", "rede"));
    EXPECT_TRUE(is_one_letter_away("reed", "red"));
    EXPECT_TRUE(is_one_letter_away("reed", "breed"));
    EXPECT_FALSE(is_one_letter_away("reed", "reed"));
    EXPECT_FALSE(is_one_letter_away("reed", "raid"));
    EXPECT_FALSE(is_one_letter_away("reed", "reeves"));
}

}  // namespace
}  // namespace steadfast::record
