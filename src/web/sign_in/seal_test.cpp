#include "web/sign_in/seal.hpp"

#include <gtest/gtest.h>

namespace steadfast::web {
namespace {

TEST(Seal, opens_what_it_sealed) {
    const Seal seal(random_bytes32());
    for (const std::string& text : {std::string(), std::string("a"), std::string(5000, '\0')}) {
        EXPECT_EQ(seal.open(seal.seal(text, "codes of Amira"), "codes of Amira"), text);
        EXPECT_EQ(seal.open_letters(seal.seal_in_letters(text, "x"), "x"), text);
    }
}

TEST(Seal, opens_nothing_that_was_changed_or_sealed_for_something_else) {
    const Seal seal(random_bytes32());
    const std::string sealed = seal.seal("the secret", "codes of Amira");
    EXPECT_FALSE(seal.open(sealed, "codes of Sam"));
    EXPECT_FALSE(Seal(random_bytes32()).open(sealed, "codes of Amira"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(seal.open(changed, "codes of Amira")) << i;
        EXPECT_FALSE(seal.open(sealed.substr(0, i), "codes of Amira")) << i;
    }
    EXPECT_FALSE(seal.open_letters("no letters of ours!", "x"));
}

TEST(Seal, seals_one_text_otherwise_each_time) {
    const Seal seal(random_bytes32());
    EXPECT_NE(seal.seal("a", "x"), seal.seal("a", "x"));
}

}  // namespace
}  // namespace steadfast::web
