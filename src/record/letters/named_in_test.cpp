#include "record/letters/named_in.hpp"

#include <gtest/gtest.h>

namespace steadfast::record::letters {
namespace {

TEST(NamesInText, finds_a_given_name_as_a_word_however_it_is_written) {
    const NamesInText text("Call from school: JESSICA came in. Sam\xe2\x80\x99s coat; anne-marie and Zo\xc3\xab played.");
    for (const auto* name : {"Jessica", "Sam", "Anne-Marie", "Zo\xc3\xab"}) EXPECT_TRUE(text.has_given_name(name)) << name;
    for (const auto* name : {"Jess", "Samuel", "Marie-Anne", "Ali", ""}) EXPECT_FALSE(text.has_given_name(name)) << name;
}

TEST(NamesInText, takes_an_everyday_word_for_a_name_only_where_it_has_a_capital) {
    const NamesInText lower("She will be home in may, so that is all.");
    for (const auto* name : {"Will", "May", "So"}) EXPECT_FALSE(lower.has_given_name(name)) << name;
    const NamesInText upper("Then Will and May came home.");
    for (const auto* name : {"Will", "May"}) EXPECT_TRUE(upper.has_given_name(name)) << name;
}

TEST(NamesInText, finds_a_family_name_where_it_has_a_capital) {
    EXPECT_TRUE(NamesInText("Mrs Hill rang.").has_family_name("Hill"));
    EXPECT_FALSE(NamesInText("They live on a hill.").has_family_name("Hill"));
    EXPECT_TRUE(NamesInText("Mr O\xe2\x80\x99" "Brien rang.").has_family_name("O'Brien"));
}

}  // namespace
}  // namespace steadfast::record::letters
