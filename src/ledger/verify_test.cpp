#include "ledger/verify.hpp"

#include "ledger/chain.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite/connection.hpp"
#include "ledger/stores_under_test.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace steadfast::ledger {
namespace {

using What = Finding::What;
using testing::Contains;
using testing::IsEmpty;

/// A record of some thirty entries in an SQLite file, signed and anchored at its head, that somebody then lays hands on.
class Verify : public testing::Test {
protected:
    void SetUp() override {
        Ledger ledger(open(), clock, folder.path("destroyed"));
        const ItemId visited = ItemId::random();
        std::vector<Change> changes;
        for (std::uint32_t i = 0; i < 10; ++i) {
            changes.push_back(a_visit(visited, i));
            changes.push_back(a_visit_to_siblings());
            Change& imported = changes.emplace_back(a_visit());
            imported.key = {};
            imported.batch = batch;
        }
        changes.push_back(a_visit(ItemId(batch.bytes())));
        changes.back().kind = Kind::batch_closed;
        ASSERT_TRUE(ledger.save_and_wait(changes));
        ASSERT_TRUE(destroy(ledger, {{5, true, {0}}}));
        const auto signed_head = sign_head(ledger.store(), key, clock.now());
        ASSERT_TRUE(signed_head);
        ASSERT_TRUE(append_anchor(folder.path("anchor"), {*signed_head, key.public_key()}));
        against.key = key.public_key();
    }

    std::unique_ptr<Store> open() const { return std::move(*open_store("sqlite:" + path, Mode::write)); }
    static Result<Receipt> destroy(Ledger& ledger, std::vector<DestroyedParts> parts) {
        Change order = a_visit();
        order.kind = Kind::destroyed;
        return ledger.destroy(order, std::move(parts), {});
    }
    /// SQL behind everybody's back.
    void tamper(const std::string& sql) const { sqlite::Connection(path, sqlite::Purpose::write).run(sql.c_str()); }
    void with_anchor() { against.anchors = *read_anchors(folder.path("anchor")); }

    Verification verified() const {
        const auto store = open();
        const auto done = verify(*store, against);
        if (!done) throw std::runtime_error(done.error().whole());
        return *done;
    }
    /// What is found, each kind with the place where it was found.
    std::vector<std::pair<What, Sequence>> findings() const {
        std::vector<std::pair<What, Sequence>> places;
        for (const Finding& finding : verified().findings) places.emplace_back(finding.what, finding.seq);
        return places;
    }

    FolderForATest folder;
    std::string path = folder.path("council");
    StandingClock clock{Instant::from_seconds(1'780'000'000)};
    SigningKey key = std::move(*SigningKey::at(folder.path("key")));
    BatchId batch = BatchId::random();
    HeldAgainst against;
};

const std::vector<std::pair<What, Sequence>> nothing;

TEST_F(Verify, finds_nothing_wrong_with_a_record_nobody_touched) {
    with_anchor();
    const Verification done = verified();
    EXPECT_THAT(findings(), IsEmpty());
    EXPECT_EQ(done.head.seq, 32u);
    EXPECT_TRUE(done.indexes_checked);
    EXPECT_TRUE(done.is_sound());
}

TEST_F(Verify, tells_how_far_it_is) {
    std::vector<Sequence> signs;
    const auto store = open();
    ASSERT_TRUE(verify(*store, against, [&](Sequence done, Sequence all) {
        signs.push_back(done);
        EXPECT_EQ(all, 32u);
    }));
    EXPECT_EQ(signs.back(), 32u);
}

TEST_F(Verify, finds_a_changed_body_narrative_or_day) {
    tamper("CREATE TABLE kept AS SELECT * FROM entries WHERE seq = 7");
    for (const char* change : {"body = '{}'", "narrative = '{\"account\":\"Nothing.\"}'", "narrative = ''",
                               "happened = x'0300005040000000000000000000'", "happened = NULL", "salt = randomblob(16)"}) {
        tamper(fmt::format("UPDATE entries SET {} WHERE seq = 7", change));
        EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::shared_part_changed, 7}})) << change;
        tamper("DELETE FROM entries WHERE seq = 7; INSERT INTO entries SELECT * FROM kept");
        ASSERT_EQ(findings(), nothing);
    }
}

TEST_F(Verify, finds_a_changed_part_about_one_subject_and_says_which) {
    tamper("UPDATE subject_parts SET narrative = '{}' WHERE id = 2 * 1024 + 2");
    const Verification done = verified();
    ASSERT_EQ(done.found, 1u);
    EXPECT_EQ(done.findings[0].what, What::subject_part_changed);
    EXPECT_EQ(done.findings[0].seq, 2u);
    EXPECT_NE(done.findings[0].says.find("subject 3"), std::string::npos);
}

TEST_F(Verify, finds_a_changed_header_whatever_is_changed) {
    for (const char* change : {"version = 2", "kind = 2", "type = type + 1", "recorded_at = recorded_at + 1", "recorded_by = recorded_by + 1",
                               "key = randomblob(16)", "item = randomblob(16)", "batch = NULL", "subjects = randomblob(16)"}) {
        const FolderForATest other;
        tamper(fmt::format("VACUUM INTO '{}'", other.path("copy")));
        const std::string kept = std::exchange(path, other.path("copy"));
        tamper("INSERT INTO types VALUES(2, 'meeting'); INSERT INTO workers VALUES(2, randomblob(16))");
        tamper(fmt::format("UPDATE entries SET {} WHERE seq = 9", change));
        EXPECT_THAT(findings(), Contains(std::pair(What::header_changed, Sequence{9}))) << change;
        path = kept;
    }
}

TEST_F(Verify, finds_a_removed_entry) {
    tamper("DELETE FROM entries WHERE seq = 12; DELETE FROM entry_subjects WHERE seq = 12");
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::missing, 12}}));
}

TEST_F(Verify, finds_a_removed_entry_whose_gap_was_closed) {
    tamper("DELETE FROM entries WHERE seq = 13; DELETE FROM entry_subjects WHERE seq = 13;"
           "UPDATE entries SET seq = seq - 1 WHERE seq = 14; DELETE FROM entry_subjects WHERE seq = 14");
    EXPECT_THAT(findings(), Contains(std::pair(What::header_changed, Sequence{13})));
}

TEST_F(Verify, finds_two_entries_that_changed_places) {
    tamper("UPDATE entries SET seq = 1000 WHERE seq = 10; UPDATE entries SET seq = 10 WHERE seq = 13; UPDATE entries SET seq = 13 WHERE seq = 1000");
    const auto found = findings();
    EXPECT_THAT(found, Contains(std::pair(What::header_changed, Sequence{10})));
    EXPECT_THAT(found, Contains(std::pair(What::header_changed, Sequence{13})));
}

TEST_F(Verify, finds_an_entry_put_in) {
    // Whoever puts one in among others must move those after it.
    tamper("CREATE TABLE later AS SELECT * FROM entries WHERE seq >= 31; DELETE FROM entries WHERE seq >= 31;"
           "UPDATE later SET seq = seq + 1;"
           "INSERT INTO entries SELECT 31, randomblob(16), 1, kind, type, subjects, happened, recorded_at, recorded_by, batch, body, NULL, salt, hash, digests, narrative"
           " FROM entries WHERE seq = 30; INSERT INTO entries SELECT * FROM later; DROP TABLE later");
    EXPECT_THAT(findings(), Contains(std::pair(What::header_changed, Sequence{31})));
}

TEST_F(Verify, finds_a_cut_tail_by_the_signed_head) {
    tamper("DELETE FROM entries WHERE seq > 30; DELETE FROM entry_subjects WHERE seq > 30; UPDATE batches SET ended = 0, state = 0");
    EXPECT_THAT(findings(), Contains(std::pair(What::tail_cut, Sequence{32})));
}

TEST_F(Verify, finds_a_cut_tail_by_the_anchor_where_the_signed_heads_were_cut_too) {
    tamper("DELETE FROM entries WHERE seq > 4; DELETE FROM entry_subjects WHERE seq > 4; DELETE FROM subject_parts WHERE id > 5 * 1024;"
           "UPDATE batches SET last = 3, ended = 0, state = 0; DELETE FROM signed_heads");
    EXPECT_EQ(findings(), nothing) << "the record alone can't know";
    with_anchor();
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::tail_cut, 32}}));
}

TEST_F(Verify, finds_a_rewritten_whole_by_the_anchor) {
    auto entries = all_of(*open());
    std::filesystem::remove(path);
    entries[6].shared.part.body = R"({"where":"nowhere"})";
    entries[6].shared.digest = shared_digest(entries[6].shared.salt, entries[6].happened, entries[6].shared.part);
    Digest previous = no_hash;
    for (Entry& entry : entries) {
        entry.previous_hash = previous;
        entry.hash = chain_hash(entry);
        previous = entry.hash;
    }
    ASSERT_TRUE(open()->append(entries, {}));
    EXPECT_EQ(findings(), nothing) << "whoever rewrites everything leaves no trace inside";
    with_anchor();
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::rewritten, 32}}));
}

TEST_F(Verify, finds_a_signed_head_that_was_forged) {
    tamper("UPDATE signed_heads SET signature = randomblob(64)");
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::signature_wrong, 32}}));
    tamper("DELETE FROM signed_heads");
    const auto other = SigningKey::at(folder.path("other"));
    ASSERT_TRUE(sign_head(*open(), *other, clock.now()));
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::signature_wrong, 32}}));
}

TEST_F(Verify, finds_text_taken_away_without_an_order) {
    tamper("UPDATE entries SET happened = NULL, body = NULL, salt = NULL, narrative = NULL WHERE seq = 8");
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::destroyed_without_order, 8}}));
    tamper("DELETE FROM subject_parts WHERE id = 8 * 1024");
    EXPECT_EQ(findings().size(), 2u);
}

TEST_F(Verify, finds_text_that_should_have_been_destroyed) {
    tamper("UPDATE entries SET body = '{}', salt = zeroblob(16), narrative = '' WHERE seq = 5");
    const auto found = findings();
    EXPECT_THAT(found, Contains(std::pair(What::not_destroyed, Sequence{5})));
}

TEST_F(Verify, finds_indexes_that_do_not_say_what_the_entries_say) {
    tamper("DELETE FROM entry_subjects WHERE seq = 4; INSERT INTO entry_subjects VALUES(randomblob(16), 6); UPDATE batches SET last = 4, first = 2");
    const auto found = findings();
    EXPECT_THAT(found, Contains(std::pair(What::index_wrong, Sequence{4})));
    EXPECT_THAT(found, Contains(std::pair(What::index_wrong, Sequence{6})));
    EXPECT_THAT(found, Contains(std::pair(What::index_wrong, Sequence{3})));
    EXPECT_EQ(found.size(), 3u);
}

TEST_F(Verify, finds_one_version_recorded_twice_and_one_key_used_twice) {
    tamper("DROP INDEX entries_by_item; DROP INDEX entries_by_key;"
           "UPDATE entries SET item = (SELECT item FROM entries e WHERE e.seq = 1), key = (SELECT key FROM entries e WHERE e.seq = 1) WHERE seq = 31");
    const auto found = findings();
    EXPECT_THAT(found, Contains(std::pair(What::version_wrong, Sequence{31})));
    EXPECT_THAT(found, Contains(std::pair(What::key_used_twice, Sequence{31})));
}

TEST_F(Verify, goes_on_after_a_place_that_can_not_be_read) {
    tamper("UPDATE entries SET digests = x'00' WHERE seq = 10; UPDATE entries SET body = '{}' WHERE seq = 20");
    EXPECT_EQ(findings(), (std::vector<std::pair<What, Sequence>>{{What::unreadable, 10}, {What::shared_part_changed, 20}}));
    EXPECT_FALSE(verified().indexes_checked) << "and says that they were not compared";
}

class AnyVerify : public testing::TestWithParam<std::string> {};

TEST_P(AnyVerify, checks_a_record_in_either_store_while_it_is_in_use) {
    const auto place = place_for(GetParam());
    const FolderForATest folder;
    const StandingClock clock(Instant::from_seconds(1'780'000'000));
    Ledger ledger(place->open(), clock, folder.path("destroyed"));
    const BatchId batch = BatchId::random();
    for (int i = 0; i < 20; ++i) {
        Change imported = a_visit();
        imported.batch = batch;
        ASSERT_TRUE(ledger.save_and_wait({a_visit_to_siblings(), imported}));
    }
    Change order = a_visit();
    order.kind = Kind::destroyed;
    ASSERT_TRUE(ledger.destroy(order, {{1, true, {0, 2}}, {2, true, {}}}, {}));
    bool saved = false;
    const auto done = verify(ledger.store(), {}, [&](Sequence, Sequence) {
        if (std::exchange(saved, true)) return;
        ASSERT_TRUE(ledger.save_and_wait({a_visit()}));
    });
    ASSERT_TRUE(done) << done.error().whole();
    for (const Finding& finding : done->findings) ADD_FAILURE() << finding.says;
    EXPECT_EQ(done->head.seq, 41u);
    EXPECT_TRUE(done->indexes_checked);
    EXPECT_TRUE(saved);
}

INSTANTIATE_TEST_SUITE_P(Stores, AnyVerify, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
