#include "record/search/likeness.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::record {
namespace {

KnownOf somebody(std::string given, std::string family, std::optional<Date> born, std::string sex = "", std::vector<PersonTerm> terms = {}) {
    Person person;
    person.given_name = std::move(given);
    person.family_name = std::move(family);
    person.born = born;
    person.sex.code = std::move(sex);
    return known_of(person, terms);
}

const auto third_of_april = Date::of(2015, 4, 3);

TEST(Likeness, is_likely_where_names_sound_alike_and_the_birth_is_the_same) {
    const auto one = somebody("Mohammed", "Chaudhry", third_of_april);
    EXPECT_TRUE(likeness_of(one, somebody("Muhammad", "Choudhury", third_of_april)).is_likely());
    EXPECT_TRUE(likeness_of(one, somebody("Mo", "Chaudhry", third_of_april)).is_likely());
    EXPECT_TRUE(likeness_of(one, somebody("Mohammed", "Chaudhry", Date::of(2015, 3, 4))).is_likely()) << "day and month the other way round";
    EXPECT_TRUE(likeness_of(one, somebody("Mohammed", "Chaudhry", Date::of(2014, 4, 3))).is_likely()) << "one part other";
    EXPECT_TRUE(likeness_of(one, somebody("Chaudhry", "Mohammed", third_of_april)).is_likely()) << "the names in the wrong boxes";
}

TEST(Likeness, is_not_likely_of_twins_cousins_or_those_who_share_a_common_name) {
    const auto one = somebody("Amira", "Khan", third_of_april);
    EXPECT_FALSE(likeness_of(one, somebody("Leila", "Khan", third_of_april)).is_likely()) << "twins";
    EXPECT_FALSE(likeness_of(one, somebody("Amira", "Khan", Date::of(2012, 11, 28))).is_likely());
    EXPECT_FALSE(likeness_of(one, somebody("Amira", "Khan", std::nullopt)).is_likely());
    EXPECT_FALSE(likeness_of(one, somebody("Amira", "Okonkwo", third_of_april)).is_likely());
    EXPECT_FALSE(likeness_of({}, {}).is_likely());
}

TEST(Likeness, counts_a_number_that_only_one_person_has) {
    const std::vector<PersonTerm> same{{"i9434765919", TermSource::nhs_number}};
    const auto likeness = likeness_of(somebody("Amira", "Khan", third_of_april, "", same), somebody("Ameera", "Reed", third_of_april, "", same));
    EXPECT_TRUE(likeness.is_likely());
    EXPECT_EQ(likeness.why.front(), "the same pupil or NHS number");
    const std::vector<PersonTerm> here{{"i7001", TermSource::authority_id}};
    EXPECT_FALSE(likeness_of(somebody("Amira", "", {}, "", here), somebody("Tom", "", {}, "", here)).is_likely()) << "the council's own number is what is in question";
}

TEST(Likeness, says_what_speaks_against_it) {
    const auto likeness = likeness_of(somebody("Amira", "Khan", third_of_april, "1"), somebody("Amir", "Khan", third_of_april, "2"));
    EXPECT_EQ(likeness.why.back(), "but another sex is recorded");
}

RC_GTEST_PROP(Likeness, is_the_same_whichever_comes_first, ()) {
    const auto any = [] {
        return somebody(*rc::gen::element<std::string>("Amira", "Amir", "Mo", "Mohammed", "", "Khan"), *rc::gen::element<std::string>("Khan", "Kahn", "Reed", "", "Mo"),
                        Date::of(2015, *rc::gen::inRange(1u, 4u), *rc::gen::inRange(1u, 4u)), *rc::gen::element<std::string>("1", "2", ""));
    };
    const KnownOf one = any();
    const KnownOf other = any();
    RC_ASSERT(likeness_of(one, other).points == likeness_of(other, one).points);
}

}  // namespace
}  // namespace steadfast::record
