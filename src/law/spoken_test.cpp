#include "law/spoken.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace steadfast::law {
namespace {

TEST(Spoken, lists_are_in_the_order_of_the_alphabet_each_word_once) {
    for (const auto words : {spoken_languages(), nationalities()}) EXPECT_EQ(std::ranges::adjacent_find(words, std::greater_equal<>()), words.end());
}

TEST(Spoken, a_word_is_meant_whatever_the_size_of_its_letters) {
    EXPECT_EQ(word_meant(spoken_languages(), "british sign language"), "British Sign Language");
    EXPECT_EQ(word_meant(nationalities(), "SUDANESE"), "Sudanese");
    EXPECT_EQ(word_meant(spoken_languages(), "Polis"), std::nullopt);
}

}  // namespace
}  // namespace steadfast::law
