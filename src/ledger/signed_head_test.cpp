#include "ledger/signed_head.hpp"

#include "ledger/bytes.hpp"
#include "ledger/durable_file.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace steadfast::ledger {
namespace {

const Instant noon = Instant::from_seconds(1'780'000'000);

Head some_head() {
    Head head{42, {}};
    head.hash.fill(7);
    return head;
}

TEST(SigningKey, is_made_once_for_its_owner_alone_and_read_back) {
    const FolderForATest folder;
    const auto made = SigningKey::at(folder.path("key"));
    ASSERT_TRUE(made) << made.error().whole();
    struct stat status {};
    ASSERT_EQ(::stat(folder.path("key").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    const auto read = SigningKey::at(folder.path("key"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->public_key(), made->public_key());
    EXPECT_EQ(read->sign(some_head(), noon).signature, made->sign(some_head(), noon).signature);
}

TEST(SigningKey, is_refused_where_others_may_read_it) {
    const FolderForATest folder;
    ASSERT_TRUE(SigningKey::at(folder.path("key")));
    std::filesystem::permissions(folder.path("key"), std::filesystem::perms::group_read, std::filesystem::perm_options::add);
    const auto read = SigningKey::at(folder.path("key"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Refusal::Kind::not_allowed);
}

TEST(SigningKey, is_refused_where_the_file_is_something_else) {
    const FolderForATest folder;
    ASSERT_TRUE(write_durably(folder.path("key"), "steadfast-key 1 abc\n"));
    EXPECT_FALSE(SigningKey::at(folder.path("key")));
}

TEST(SigningKey, signs_so_that_any_difference_shows) {
    const FolderForATest folder;
    const auto key = SigningKey::at(folder.path("key"));
    const auto other = SigningKey::at(folder.path("other"));
    const SignedHead signed_head = key->sign(some_head(), noon);
    EXPECT_TRUE(is_signed_by(signed_head, key->public_key()));
    EXPECT_FALSE(is_signed_by(signed_head, other->public_key()));
    SignedHead changed = signed_head;
    changed.head.seq = 41;
    EXPECT_FALSE(is_signed_by(changed, key->public_key()));
    changed = signed_head;
    changed.head.hash[31] ^= 1;
    EXPECT_FALSE(is_signed_by(changed, key->public_key()));
    changed = signed_head;
    changed.signed_at = noon.plus_seconds(1);
    EXPECT_FALSE(is_signed_by(changed, key->public_key()));
}

TEST(AnchorFile, gives_back_every_line_and_refuses_one_that_was_changed) {
    const FolderForATest folder;
    const auto key = SigningKey::at(folder.path("key"));
    const std::string path = folder.path("anchor");
    EXPECT_FALSE(read_anchors(path));
    for (int day = 0; day < 3; ++day) ASSERT_TRUE(append_anchor(path, {key->sign({static_cast<Sequence>(day + 1), {}}, noon.plus_seconds(day * 86400)), key->public_key()}));
    const auto anchors = read_anchors(path);
    ASSERT_TRUE(anchors) << anchors.error().whole();
    ASSERT_EQ(anchors->size(), 3u);
    EXPECT_EQ(anchors->at(2).head.head.seq, 3u);
    EXPECT_EQ(anchors->at(2).key, key->public_key());

    std::string text = *read_file(path, 10'000);
    text.replace(text.find(" 2 "), 3, " 9 ");
    ASSERT_TRUE(write_durably(path, text));
    const auto changed = read_anchors(path);
    ASSERT_FALSE(changed);
    EXPECT_NE(changed.error().says.find("Line 2"), std::string::npos);
}

}  // namespace
}  // namespace steadfast::ledger
