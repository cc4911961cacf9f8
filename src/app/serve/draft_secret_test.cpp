#include "app/serve/draft_secret.hpp"

#include "app/test/folder.hpp"
#include "ledger/signed_head.hpp"

#include <gtest/gtest.h>

namespace steadfast::app {
namespace {

TEST(DraftSecret, comes_from_the_signing_key_and_is_another_than_it) {
    TestFolder folder;
    const auto store = ledger::open_store(folder.store_address(), ledger::Mode::write).value();
    const auto key_file = (folder.path() / "key").string();
    const auto secret = draft_secret(key_file, *store).value();
    EXPECT_EQ(draft_secret(key_file, *store).value(), secret) << "the same after each start";
    EXPECT_NE(draft_secret((folder.path() / "another").string(), *store).value(), secret);
    EXPECT_TRUE(store->all(ledger::Shelf::settings)->empty()) << "it never stands in the store";
}

TEST(DraftSecret, is_kept_with_the_settings_where_there_is_no_key_file) {
    TestFolder folder;
    const auto store = ledger::open_store(folder.store_address(), ledger::Mode::write).value();
    const auto secret = draft_secret("", *store).value();
    EXPECT_NE(secret, record::DraftSecret{});
    EXPECT_EQ(draft_secret("", *store).value(), secret);
}

}  // namespace
}  // namespace steadfast::app
