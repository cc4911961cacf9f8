#include "ledger/chain.hpp"

#include "ledger/bytes.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

namespace steadfast::ledger {
namespace {

IdBytes sixteen(std::uint8_t byte) {
    IdBytes id;
    id.bytes.fill(byte);
    return id;
}

std::string hexadecimal_of(std::string_view text) {
    return hexadecimal({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// The entry whose bytes and hashes are written out below. They were worked out apart from this program, with
/// Python's hashlib.blake2b, and must never change: every record ever kept depends on them.
Entry entry_of_the_vector() {
    Entry entry;
    entry.seq = 7;
    entry.kind = Kind::saved;
    entry.item = ItemId(sixteen(0x11));
    entry.version = 3;
    entry.type = "visit";
    entry.subjects = {SubjectId(sixteen(0x55)), SubjectId(sixteen(0x66))};
    entry.happened = When::day(*Date::of(2026, 3, 31));
    entry.recorded_at = Instant::from_microseconds(1'780'000'000'123'456);
    entry.recorded_by = WorkerId(sixteen(0x33));
    entry.key = IdempotencyKey(sixteen(0x44));
    entry.batch = BatchId(sixteen(0x22));
    entry.shared.part = {R"({"where":"at home"})", R"({"account":"Sian"})"};
    entry.parts.resize(2);
    entry.parts[0].part.body = R"({"mood":"well"})";
    for (std::uint8_t i = 0; i < 16; ++i) {
        entry.shared.salt[i] = i;
        entry.parts[0].salt[i] = static_cast<std::uint8_t>(16 + i);
    }
    entry.shared.digest = shared_digest(entry.shared.salt, entry.happened, entry.shared.part);
    entry.parts[0].digest = subject_digest(entry.parts[0].salt, entry.parts[0].part);
    entry.previous_hash.fill(0x77);
    return entry;
}

TEST(Chain, hashes_as_it_always_has) {
    const Entry entry = entry_of_the_vector();
    EXPECT_EQ(hexadecimal(entry.shared.digest), "920bec52ea2f26aa6fb19cecb80091d06709a6084711650b46f998b91107f395");
    EXPECT_EQ(hexadecimal(entry.parts[0].digest), "5d26440f9733b6167ee9eb85bb4fe4d5c1cecf176070d00b25161804b5bd96e7");
    EXPECT_EQ(hexadecimal_of(header_bytes(entry)),
              "01"                                  // format
              "0000000000000007"                    // seq
              "01"                                  // kind
              "0005" "7669736974"                   // type
              "11111111111111111111111111111111"    // item
              "00000003"                            // version
              "22222222222222222222222222222222"    // batch
              "000652e68bb52240"                    // recorded_at
              "33333333333333333333333333333333"    // recorded_by
              "44444444444444444444444444444444"    // key
              "00000002" "55555555555555555555555555555555" "66666666666666666666666666666666"
              "00000003" "920bec52ea2f26aa6fb19cecb80091d06709a6084711650b46f998b91107f395"
              "5d26440f9733b6167ee9eb85bb4fe4d5c1cecf176070d00b25161804b5bd96e7"
              "0000000000000000000000000000000000000000000000000000000000000000"
              "7777777777777777777777777777777777777777777777777777777777777777");
    EXPECT_EQ(hexadecimal(chain_hash(entry)), "803babd53af3aad073040df5b41e122a8ba51651dcb1884ea9a48c28c627fb2f");
}

TEST(Chain, gives_an_empty_part_about_somebody_no_digest_but_the_shared_part_always_one) {
    EXPECT_EQ(subject_digest(Salt{}, {}), Digest{});
    EXPECT_NE(shared_digest(Salt{}, {}, {}), Digest{});
}

TEST(Chain, tells_body_and_narrative_apart_wherever_the_border_is) {
    EXPECT_NE(subject_digest(Salt{}, {"ab", "c"}), subject_digest(Salt{}, {"a", "bc"}));
}

TEST(Chain, salts_each_part_anew_so_that_the_same_words_look_different) {
    const Change change = a_visit();
    const Entry one = chained(change, 1, Instant::from_seconds(0), no_hash);
    const Entry other = chained(change, 1, Instant::from_seconds(0), no_hash);
    EXPECT_NE(one.shared.digest, other.shared.digest);
    EXPECT_TRUE(says_the_same(change, one));
    EXPECT_TRUE(says_the_same(change, other));
}

TEST(Chain, sees_every_difference_between_a_change_and_an_entry) {
    const Change change = a_visit_to_siblings();
    const Entry entry = chained(change, 1, Instant::from_seconds(0), no_hash);
    EXPECT_TRUE(says_the_same(change, entry));
    const auto differs = [&](auto alter) {
        Change altered = change;
        alter(altered);
        return !says_the_same(altered, entry);
    };
    EXPECT_TRUE(differs([](Change& c) { c.kind = Kind::withdrawn; }));
    EXPECT_TRUE(differs([](Change& c) { c.item = ItemId::random(); }));
    EXPECT_TRUE(differs([](Change& c) { c.starts_from = 1; }));
    EXPECT_TRUE(differs([](Change& c) { c.type = "meeting"; }));
    EXPECT_TRUE(differs([](Change& c) { std::swap(c.subjects[0], c.subjects[1]); }));
    EXPECT_TRUE(differs([](Change& c) { c.happened = When::year(2026); }));
    EXPECT_TRUE(differs([](Change& c) { c.recorded_by = WorkerId::random(); }));
    EXPECT_TRUE(differs([](Change& c) { c.batch = BatchId::random(); }));
    EXPECT_TRUE(differs([](Change& c) { c.shared.body = "{}"; }));
    EXPECT_TRUE(differs([](Change& c) { c.shared.narrative = "{}"; }));
    EXPECT_TRUE(differs([](Change& c) { c.parts[1].body = "{}"; }));
    EXPECT_TRUE(differs([](Change& c) { c.parts[2].narrative = "{}"; }));
    EXPECT_TRUE(differs([](Change& c) { c.parts.clear(); }));
}

}  // namespace
}  // namespace steadfast::ledger
