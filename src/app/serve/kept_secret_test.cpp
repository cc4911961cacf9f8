#include "app/serve/kept_secret.hpp"

#include "app/test/folder.hpp"

#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

class AKeptSecret : public testing::TestWithParam<KeptSecret> {
protected:
    TestFolder folder_;
    std::unique_ptr<ledger::Store> store_ = ledger::open_store(folder_.store_address(), ledger::Mode::write).value();
};

TEST_P(AKeptSecret, comes_from_the_signing_key_and_is_another_than_it) {
    const auto key_file = (folder_.path() / "key").string();
    const auto secret = kept_secret(GetParam(), key_file, *store_).value();
    EXPECT_EQ(kept_secret(GetParam(), key_file, *store_).value(), secret) << "the same after each start";
    EXPECT_NE(kept_secret(GetParam(), (folder_.path() / "another").string(), *store_).value(), secret);
    EXPECT_TRUE(store_->all(ledger::Shelf::settings)->empty()) << "it never stands in the store";
}

TEST_P(AKeptSecret, is_kept_with_the_settings_where_there_is_no_key_file) {
    const auto secret = kept_secret(GetParam(), "", *store_).value();
    EXPECT_NE(secret, decltype(secret){});
    EXPECT_EQ(kept_secret(GetParam(), "", *store_).value(), secret);
}

TEST_P(AKeptSecret, is_another_for_each_purpose) {
    const auto key_file = (folder_.path() / "key").string();
    for (const auto other : {KeptSecret::drafts, KeptSecret::codes, KeptSecret::counts}) {
        if (other == GetParam()) continue;
        EXPECT_NE(kept_secret(GetParam(), key_file, *store_).value(), kept_secret(other, key_file, *store_).value());
        EXPECT_NE(kept_secret(GetParam(), "", *store_).value(), kept_secret(other, "", *store_).value());
    }
}

INSTANTIATE_TEST_SUITE_P(ForEach, AKeptSecret, testing::Values(KeptSecret::drafts, KeptSecret::codes, KeptSecret::counts));

}  // namespace
}  // namespace steadfast::app
