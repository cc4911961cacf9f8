#include "ledger/backup.hpp"

#include "ledger/durable_file.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite/connection.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

namespace steadfast::ledger {
namespace {

namespace files = std::filesystem;
const Instant noon = Instant::from_seconds(1'780'000'000);
const Instant long_hence = Instant::from_seconds(4'000'000'000);

class Backup : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        place = place_for(GetParam());
        ledger = std::make_unique<Ledger>(place->open(), clock, register_path);
        ASSERT_TRUE(ledger->save_and_wait({a_visit_to_siblings(), a_visit(), a_visit()}, {a_line(child, "saved visit")}));
        std::promise<void> written;
        ledger->write_access({a_line(child)}, [&](const Result<void>&) { written.set_value(); });
        written.get_future().wait();
        ASSERT_TRUE(ledger->store().put(Shelf::credentials, {"somebody", "secret", noon}));
        ASSERT_TRUE(ledger->store().put(Shelf::sessions, {"a session", "token", noon}));
        ASSERT_TRUE(sign_head(ledger->store(), key, noon));
    }
    void destroy(std::vector<DestroyedParts> parts) {
        Change order = a_visit();
        order.kind = Kind::destroyed;
        const auto done = ledger->destroy(order, std::move(parts), {});
        ASSERT_TRUE(done) << done.error().whole();
    }
    void back_up() {
        const auto done = steadfast::ledger::back_up(ledger->store(), path, noon);
        ASSERT_TRUE(done) << done.error().whole();
    }
    Result<Restored> restore(Store& into) {
        auto written = DestructionRegister::open(register_path);
        HeldAgainst against;
        against.key = key.public_key();
        return steadfast::ledger::restore(path, into, *written, against);
    }

    FolderForATest folder;
    std::string path = folder.path("backup");
    std::string register_path = folder.path("destroyed");
    StandingClock clock{noon};
    SigningKey key = std::move(*SigningKey::at(folder.path("key")));
    SubjectId child = SubjectId::random();
    std::unique_ptr<PlaceForAStore> place;
    std::unique_ptr<Ledger> ledger;
};

TEST_P(Backup, gives_everything_back_into_either_kind_of_store) {
    destroy({{1, false, {2}}});
    back_up();
    EXPECT_EQ(std::distance(files::directory_iterator(folder.path("")), files::directory_iterator()), 3) << "backup, key and register: one file each";
    for (const std::string& kind : kinds_of_store()) {
        const auto new_place = place_for(kind);
        const auto store = new_place->open();
        const auto restored = restore(*store);
        ASSERT_TRUE(restored) << restored.error().whole();
        EXPECT_EQ(restored->head, ledger->head());
        const auto before = all_of(ledger->store());
        const auto after = all_of(*store);
        ASSERT_EQ(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) expect_same(after[i], before[i]);
        EXPECT_EQ(store->access_lines(child, {}, long_hence, 10)->size(), 2u);
        EXPECT_EQ(store->get(Shelf::credentials, "somebody")->value().bytes, "secret");
        EXPECT_TRUE(store->all(Shelf::sessions)->empty()) << "nobody stays signed in by a backup";
        EXPECT_EQ(store->signed_heads()->size(), 1u);
        const auto verified = verify(*store, {key.public_key(), {}, {}});
        EXPECT_TRUE(verified->is_sound()) << verified->findings.front().says;
    }
}

TEST_P(Backup, goes_up_to_the_last_entry_at_its_start_while_saves_go_on) {
    std::atomic<bool> done = false;
    std::thread saver([&] {
        while (!done) EXPECT_TRUE(ledger->save_and_wait({a_visit_to_siblings()}));
    });
    back_up();
    done = true;
    saver.join();
    const auto other = place_for("sqlite");
    const auto store = other->open();
    const auto restored = restore(*store);
    ASSERT_TRUE(restored) << restored.error().whole();
    EXPECT_GE(restored->head.seq, 3u);
    EXPECT_EQ(store->entry(restored->head.seq)->value().hash, ledger->store().entry(restored->head.seq)->value().hash);
}

TEST_P(Backup, never_brings_back_what_was_destroyed_since) {
    back_up();
    destroy({{1, false, {0}}, {2, true, {}}});
    const auto new_place = place_for(GetParam());
    auto store = new_place->open();
    const auto restored = restore(*store);
    ASSERT_TRUE(restored) << restored.error().whole();
    EXPECT_EQ(restored->head.seq, 3u) << "the order came after the backup";
    EXPECT_EQ(restored->destroyed_again, 2u);
    const auto entries = all_of(*store);
    EXPECT_TRUE(entries[0].parts[0].destroyed);
    EXPECT_EQ(entries[0].parts[2].part.body, R"({"mood":"tired"})");
    EXPECT_TRUE(entries[1].shared.destroyed);
    EXPECT_FALSE(entries[1].happened.is_known());
    const auto verified = verify(*store, {key.public_key(), {}, DestructionRegister::open(register_path)->in_force()});
    EXPECT_TRUE(verified->is_sound());

    // And the record goes on from there.
    Ledger restored_ledger(std::move(store), clock, register_path);
    EXPECT_EQ(restored_ledger.save_and_wait({a_visit()})->at(0).seq, 4u);
    EXPECT_EQ(DestructionRegister::open(register_path)->in_force().size(), 2u) << "still in force for the next restore";
}

TEST_P(Backup, brings_back_the_documents_that_entries_name_and_no_other) {
    const DocumentId named = DocumentId::random();
    const DocumentId left_over = DocumentId::random();
    for (const DocumentId& id : {named, left_over}) {
        bool given = false;
        ASSERT_TRUE(ledger->store().documents().keep({id, 0, noon, id == named}, [&]() -> Result<std::string> {
            return std::exchange(given, true) ? std::string() : "a letter under " + id.text();
        }));
    }
    const NamedDocuments names = [&](Store&) -> Result<std::vector<DocumentId>> { return std::vector{named}; };
    ASSERT_TRUE(steadfast::ledger::back_up(ledger->store(), path, noon, {}, names));
    for (const std::string& kind : kinds_of_store()) {
        const auto new_place = place_for(kind);
        const auto store = new_place->open();
        const auto restored = restore(*store);
        ASSERT_TRUE(restored) << restored.error().whole();
        EXPECT_EQ(restored->documents, 1u);
        std::string text;
        const auto read = store->documents().read(named, [&](std::string_view piece) {
            text += piece;
            return true;
        });
        ASSERT_TRUE(read) << read.error().whole();
        EXPECT_EQ(text, "a letter under " + named.text());
        std::size_t kept = 0;
        ASSERT_TRUE(store->documents().each([&](const KeptDocument& one) {
            EXPECT_EQ(one.kept_at, noon);
            EXPECT_TRUE(one.is_named);
            ++kept;
        }));
        EXPECT_EQ(kept, 1u);
    }
    EXPECT_FALSE(steadfast::ledger::back_up(ledger->store(), folder.path("other"), noon, {}, [](Store&) -> Result<std::vector<DocumentId>> {
        return refuse(Refusal::Kind::unavailable, "The entries can't be read.");
    }));
    EXPECT_FALSE(files::exists(folder.path("other"))) << "nothing of a backup that failed";
    EXPECT_FALSE(files::exists(folder.path("other.unfinished-documents")));
}

TEST_P(Backup, is_refused_where_its_name_is_taken_and_leaves_what_is_there) {
    ASSERT_TRUE(write_durably(path, "precious"));
    const auto refused = steadfast::ledger::back_up(ledger->store(), path, noon);
    ASSERT_FALSE(refused);
    EXPECT_EQ(*read_file(path, 100), "precious");
}

TEST_P(Backup, is_never_restored_over_anything) {
    back_up();
    const auto refused = restore(ledger->store());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::invalid);
    const auto other = place_for(GetParam());
    const auto store = other->open();
    ASSERT_TRUE(store->put(Shelf::settings, {"setting", "1", std::nullopt}));
    EXPECT_FALSE(restore(*store)) << "a setting is something too";
}

TEST_P(Backup, is_refused_with_the_place_where_it_was_tampered_with) {
    back_up();
    sqlite::Connection(path, sqlite::Purpose::write).run("UPDATE entries SET narrative = '{}' WHERE seq = 2");
    const auto other = place_for(GetParam());
    const auto store = other->open();
    const auto refused = restore(*store);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().says.find("entry 2"), std::string::npos) << refused.error().says;
    EXPECT_EQ(store->head()->seq, 0u);
    EXPECT_TRUE(store->start_filling()) << "nothing was begun";
}

TEST_P(Backup, is_refused_with_a_register_of_another_record) {
    back_up();
    auto written = DestructionRegister::open(register_path);
    ASSERT_TRUE(written->write_ordered(std::vector{DestructionRegister::Line{{9, {}}, Digest{1}, {2, true, {}}}}));
    const auto other = place_for(GetParam());
    EXPECT_FALSE(restore(*other->open()));
}

TEST_P(Backup, is_refused_where_the_file_is_cut_or_something_else) {
    back_up();
    const auto other = place_for("sqlite");
    const auto store = other->open();
    files::resize_file(path, files::file_size(path) / 2);
    EXPECT_FALSE(restore(*store));
    ASSERT_TRUE(write_durably(path, "not a record"));
    EXPECT_FALSE(restore(*store));
    files::remove(path);
    EXPECT_EQ(restore(*store).error().kind, Refusal::Kind::not_found);
}

TEST_P(Backup, can_be_read_from_a_medium_that_nothing_can_be_written_to) {
    back_up();
    const auto bytes = *read_file(path, 10'000'000);
    EXPECT_EQ(bytes[18], 1) << "write version of the file format: a rollback journal, no log beside it";
    EXPECT_EQ(files::status(path).permissions() & files::perms::mask, files::perms::owner_read | files::perms::owner_write);
}

INSTANTIATE_TEST_SUITE_P(Stores, Backup, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
