#include "ledger/postgresql/postgresql_store.hpp"

#include "ledger/postgresql/scratch_schema.hpp"
#include "ledger/postgresql/testing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace steadfast::ledger::postgresql {
namespace {

using testing::HasSubstr;

class PostgresqlStore : public DatabaseTest {};

TEST_F(PostgresqlStore, gives_back_an_entry_exactly_as_it_was_appended) {
    auto store = open();
    const auto entries = chain(3);
    ASSERT_TRUE(store->append(entries, {}));

    for (const Entry& appended : entries) {
        const auto found = store->entry(appended.seq);
        ASSERT_TRUE(found);
        ASSERT_TRUE(*found);
        EXPECT_EQ(described(**found), described(appended));
    }
    EXPECT_EQ(store->head(), (Head{3, entries.back().hash}));
}

TEST_F(PostgresqlStore, shows_the_book_bodies_but_not_narratives) {
    auto store = open();
    const auto entries = chain(4);
    ASSERT_TRUE(store->append(entries, {}));
    std::size_t seen = 0;
    ASSERT_TRUE(store->read(1, 4, [&](const EntryView& view) {
        const Entry& appended = entries[seen++];
        EXPECT_EQ(view.seq, appended.seq);
        EXPECT_EQ(view.item, appended.item);
        EXPECT_EQ(view.type, appended.type);
        EXPECT_EQ(view.happened, appended.happened);
        EXPECT_EQ(view.recorded_at, appended.recorded_at);
        EXPECT_EQ(view.recorded_by, appended.recorded_by);
        EXPECT_EQ(view.body, appended.shared.part.body);
        EXPECT_TRUE(std::ranges::equal(view.subjects, appended.subjects));
        ASSERT_EQ(view.bodies.size(), appended.parts.size());
        for (std::size_t i = 0; i < appended.parts.size(); ++i) EXPECT_EQ(view.bodies[i], appended.parts[i].part.body);
    }));
    EXPECT_EQ(seen, 4U);
}

TEST_F(PostgresqlStore, reads_whole_entries_past_a_page_and_stops_when_told) {
    auto store = open();
    const auto entries = chain(1203);
    ASSERT_TRUE(store->append(entries, {}));
    Sequence last = 0;
    ASSERT_TRUE(store->read_whole(2, 1203, [&](const Entry& entry) {
        EXPECT_EQ(entry.hash, entries[entry.seq - 1].hash);
        EXPECT_EQ(entry.previous_hash, entries[entry.seq - 1].previous_hash);
        last = entry.seq;
        return entry.seq < 1100;
    }));
    EXPECT_EQ(last, 1100U);
}

TEST_F(PostgresqlStore, refuses_a_group_that_does_not_follow_the_head) {
    auto store = open();
    auto entries = chain(3);
    ASSERT_TRUE(store->append(std::span(entries).first(2), {}));

    auto forked = entries[2];
    forked.previous_hash[0] ^= 1;
    const auto refused = store->append({&forked, 1}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::unavailable);
    EXPECT_THAT(refused.error().says, HasSubstr("Something else has written"));

    EXPECT_FALSE(store->append(std::span(entries).first(1), {})) << "the first entry again";
    EXPECT_EQ(store->head(), (Head{2, entries[1].hash}));
    EXPECT_TRUE(store->append(std::span(entries).last(1), {})) << "a refused group leaves the way free for the right one";
}

TEST_F(PostgresqlStore, keeps_nothing_of_a_group_whose_second_entry_is_refused) {
    auto store = open();
    auto entries = chain(2);
    entries[1].item = entries[0].item;
    entries[1].version = entries[0].version;
    const std::vector<AccessLine> lines{{at(1), WorkerId::random(), "saved visit", {entries[0].subjects[0]}, entries[0].item}};
    EXPECT_FALSE(store->append(entries, lines));
    EXPECT_EQ(store->head(), Head{});
    EXPECT_THAT(store->access_lines({}, at(0), at(10), 10).value(), testing::IsEmpty());
}

TEST_F(PostgresqlStore, tells_a_second_writer_who_has_the_record) {
    auto store = open();
    const auto second = open_postgresql_store(address(), Mode::write);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().says, HasSubstr("steadfast writer on"));
    EXPECT_THAT(second.error().says, HasSubstr(std::to_string(getpid())));
    store.reset();
    EXPECT_TRUE(open_postgresql_store(address(), Mode::write));
}

TEST_F(PostgresqlStore, lets_another_read_while_one_writes_and_refuses_its_saves) {
    auto store = open();
    ASSERT_TRUE(store->append(chain(2), {}));
    auto reader = open_postgresql_store(address(), Mode::read_only);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->head()->seq, 2U);
    EXPECT_EQ((*reader)->append(chain(1), {}).error().kind, Refusal::Kind::not_allowed);
    EXPECT_EQ((*reader)->put(Shelf::settings, {"a", "b", {}}).error().kind, Refusal::Kind::not_allowed);
}

TEST_F(PostgresqlStore, says_that_there_is_no_record_yet_to_whoever_only_reads) {
    EXPECT_EQ(open_postgresql_store(address(), Mode::read_only).error().kind, Refusal::Kind::not_found);
}

TEST_F(PostgresqlStore, takes_its_lock_again_after_the_server_cut_every_connection) {
    auto store = open();
    const auto entries = chain(3);
    ASSERT_TRUE(store->append(std::span(entries).first(1), {}));
    cut_every_connection();
    EXPECT_EQ(store->head()->seq, 1U);
    cut_every_connection();
    ASSERT_TRUE(store->append(std::span(entries).subspan(1, 1), {}));
    cut_every_connection();
    EXPECT_EQ(store->entry(2)->value().hash, entries[1].hash);
    EXPECT_EQ(store->head()->seq, 2U);
    EXPECT_FALSE(open_postgresql_store(address(), Mode::write)) << "the lock is held again";
}

TEST_F(PostgresqlStore, does_not_append_for_a_writer_whose_lock_another_took) {
    auto stale = open();
    const auto entries = chain(3);
    ASSERT_TRUE(stale->append(std::span(entries).first(1), {}));
    cut_every_connection();
    auto next = open();

    const auto refused = stale->append(std::span(entries).subspan(1, 1), {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().says, HasSubstr("Another process writes"));
    EXPECT_TRUE(next->append(std::span(entries).subspan(1, 2), {}));
}

TEST_F(PostgresqlStore, waits_for_the_disk_whatever_the_database_is_set_to) {
    auto store = open();
    // What the writer's session says of itself is asked in its own transaction, by a trigger on what it inserts.
    ASSERT_TRUE(schema().run("CREATE TABLE seen (setting text); CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS "
                             "$$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$; "
                             "CREATE TRIGGER look AFTER INSERT ON entries EXECUTE FUNCTION look()"));
    store = nullptr;
    store = open("%20-csynchronous_commit%3Doff");
    ASSERT_TRUE(store->append(chain(1), {}));
    EXPECT_TRUE(schema().run("DO $$ BEGIN ASSERT (SELECT string_agg(setting, ',') FROM seen) = 'on'; END $$"));
}

TEST_F(PostgresqlStore, builds_its_indexes_when_a_filling_ends) {
    auto store = open();
    const auto entries = chain(700);
    ASSERT_TRUE(store->start_filling());
    for (std::size_t at = 0; at < entries.size(); at += 100) ASSERT_TRUE(store->append(std::span(entries).subspan(at, 100), {}));
    ASSERT_TRUE(store->finish_filling());
    EXPECT_EQ(store->head(), (Head{700, entries.back().hash}));
    EXPECT_EQ(described(store->entry(333)->value()), described(entries[332]));
    EXPECT_TRUE(schema().run("DO $$ BEGIN ASSERT (SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() AND tablename LIKE 'entr%') = 4; END $$"));
    EXPECT_FALSE(store->start_filling()) << "only an empty store is filled";
    const auto more = chain(1, store->head().value());
    EXPECT_TRUE(store->append(more, {}));
}

TEST_F(PostgresqlStore, is_empty_again_after_a_filling_that_was_cut) {
    auto store = open();
    ASSERT_TRUE(store->start_filling());
    ASSERT_TRUE(store->append(chain(50), {}));
    store.reset();
    EXPECT_EQ(open_postgresql_store(address(), Mode::read_only).error().kind, Refusal::Kind::unavailable);
    store = open();
    EXPECT_EQ(store->head(), Head{});
    EXPECT_TRUE(store->append(chain(5), {}));
    EXPECT_EQ(store->entries_of(chain_item(), 100)->size(), 5U);
}

TEST_F(PostgresqlStore, is_empty_again_when_the_connection_is_lost_while_it_is_filled) {
    auto store = open();
    ASSERT_TRUE(store->start_filling());
    const auto entries = chain(50);
    ASSERT_TRUE(store->append(std::span(entries).first(25), {}));
    cut_every_connection();
    EXPECT_FALSE(store->append(std::span(entries).last(25), {}));
    EXPECT_EQ(store->head(), Head{});
    EXPECT_TRUE(store->append(chain(5), {}));
}

TEST_F(PostgresqlStore, writes_access_lines_that_come_without_an_entry) {
    auto store = open();
    const std::vector<AccessLine> lines{{at(1), WorkerId::random(), "saved visit", {SubjectId::random()}, {}}};
    ASSERT_TRUE(store->append({}, lines));
    EXPECT_EQ(store->access_lines({}, at(0), at(2), 10)->size(), 1U);
}

TEST_F(PostgresqlStore, destroys_the_parts_named_and_no_others) {
    auto store = open();
    const auto entries = chain(4);   // The even ones have a part for each of two subjects.
    ASSERT_TRUE(store->append(entries, {}));
    auto order = chain(1, store->head().value());
    order[0].kind = Kind::destroyed;
    const std::vector<DestroyedParts> parts{{1, true, {}}, {2, false, {1}}};
    ASSERT_TRUE(store->destroy(order[0], parts, {}));

    const Entry first = store->entry(1)->value();
    EXPECT_TRUE(first.shared.destroyed);
    EXPECT_EQ(first.shared.part, Part{});
    EXPECT_EQ(first.shared.salt, Salt{});
    EXPECT_EQ(first.shared.digest, entries[0].shared.digest);
    EXPECT_FALSE(first.happened.is_known());
    const Entry second = store->entry(2)->value();
    EXPECT_FALSE(second.shared.destroyed);
    EXPECT_EQ(second.parts[0].part, entries[1].parts[0].part);
    EXPECT_TRUE(second.parts[1].destroyed);
    EXPECT_EQ(second.parts[1].part, Part{});
    EXPECT_EQ(second.parts[1].digest, entries[1].parts[1].digest);
    EXPECT_EQ(store->head()->seq, 5U);
}

TEST_F(PostgresqlStore, keeps_the_access_log_in_a_table_for_each_month) {
    auto store = open();
    const SubjectId child = SubjectId::random();
    const auto on = [](const char* when) { return *Instant::parse_iso(when); };
    const std::vector<AccessLine> lines{
        {on("2026-03-31T23:59:59Z"), WorkerId::random(), "child's page", {child}, {}},
        {on("2026-04-01T00:00:00Z"), WorkerId::random(), "child's page", {SubjectId::random(), child}, ItemId::random()},
        {on("2026-04-02T00:00:00Z"), WorkerId::random(), "list", {SubjectId::random()}, {}}};
    ASSERT_TRUE(store->append_access(lines));

    const auto about = store->access_lines(child, on("2026-01-01T00:00:00Z"), on("2027-01-01T00:00:00Z"), 10).value();
    ASSERT_EQ(about.size(), 2U);
    EXPECT_EQ(about[0].at, lines[1].at);
    EXPECT_EQ(about[0].children, lines[1].children);
    EXPECT_EQ(about[0].item, lines[1].item);
    EXPECT_EQ(about[1].who, lines[0].who);
    EXPECT_EQ(store->access_lines({}, on("2026-04-01T00:00:00Z"), on("2027-01-01T00:00:00Z"), 1)->size(), 1U);
    EXPECT_TRUE(schema().run("DO $$ BEGIN ASSERT (SELECT count(*) FROM access_log_2026_03) = 1 AND (SELECT count(*) FROM access_log_2026_04) = 2; END $$"));
}

TEST_F(PostgresqlStore, notices_a_new_entry_soon_when_it_follows) {
    auto store = open();
    const auto entries = chain(1);
    std::thread writer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        ASSERT_TRUE(store->append(entries, {}));
    });
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(store->follow(0, 5000)->seq, 1U);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
    writer.join();
    EXPECT_EQ(store->follow(1, 60)->seq, 1U) << "nothing new: the head as it is once the time is up";
}

}  // namespace
}  // namespace steadfast::ledger::postgresql
