#include "ledger/chain.hpp"
#include "ledger/store.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace steadfast::ledger {
namespace {

/// What both stores promise (store.hpp), whichever it is.
class AnyStore : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        place = place_for(GetParam());
        store = place->open();
    }
    void open_again() {
        store.reset();
        store = place->open();
    }
    void append(std::vector<Entry> entries, std::vector<AccessLine> lines = {}) {
        const auto done = store->append(entries, lines);
        ASSERT_TRUE(done) << done.error().whole();
    }

    std::unique_ptr<PlaceForAStore> place;
    std::unique_ptr<Store> store;
};

const Instant start = Instant::from_seconds(1'780'000'000);
const Instant long_ago = Instant::from_seconds(0);
const Instant long_hence = Instant::from_seconds(4'000'000'000);

Change batched(Change change, BatchId batch) {
    change.batch = batch;
    change.key = {};
    return change;
}

Change ending(BatchId batch, Kind kind) {
    Change change = a_visit(ItemId(batch.bytes()));
    change.kind = kind;
    return change;
}

TEST_P(AnyStore, starts_empty) {
    EXPECT_EQ(store->head()->seq, 0u);
    EXPECT_EQ(store->head()->hash, no_hash);
    EXPECT_TRUE(all_of(*store).empty());
    EXPECT_EQ(*store->last_recorded_by(long_hence), 0u);
    EXPECT_FALSE(store->entry(1)->has_value());
    EXPECT_TRUE(store->batches()->empty());
}

TEST_P(AnyStore, gives_back_whole_what_was_appended_also_after_opening_again) {
    auto withdrawn = a_visit();
    withdrawn.kind = Kind::withdrawn;
    withdrawn.happened = {};
    withdrawn.key = {};
    withdrawn.shared = {};
    withdrawn.subjects.clear();
    const auto written = chain_of({a_visit(), a_visit_to_siblings(), withdrawn, a_visit_to_siblings(), a_visit()});
    append({written.begin(), written.begin() + 3});
    append({written.begin() + 3, written.end()});
    for (int again = 0; again < 2; ++again) {
        const auto read = all_of(*store);
        ASSERT_EQ(read.size(), written.size());
        for (std::size_t i = 0; i < read.size(); ++i) expect_same(read[i], written[i]);
        EXPECT_EQ(store->head()->hash, written.back().hash);
        expect_same(**store->entry(2), written[1]);
        open_again();
    }
}

TEST_P(AnyStore, keeps_texts_of_any_length_and_alphabet) {
    Change change = a_visit();
    change.shared.body = R"({"name":"Siân Ó Briain 李","quote":"\"'; --"})";
    change.shared.narrative = "{\"account\":\"" + std::string(1'000'000, 'x') + "\"}";
    const auto written = chain_of({change});
    append(written);
    expect_same(all_of(*store).at(0), written[0]);
}

TEST_P(AnyStore, shows_a_scan_everything_but_narratives) {
    const auto written = chain_of({a_visit(), a_visit_to_siblings(), a_visit()});
    append(written);
    std::vector<Sequence> seen;
    const auto read = store->read(2, 3, [&](const EntryView& view) {
        const Entry& entry = written[view.seq - 1];
        seen.push_back(view.seq);
        EXPECT_EQ(view.kind, entry.kind);
        EXPECT_EQ(view.item, entry.item);
        EXPECT_EQ(view.version, entry.version);
        EXPECT_EQ(view.type, entry.type);
        EXPECT_EQ(std::vector<SubjectId>(view.subjects.begin(), view.subjects.end()), entry.subjects);
        EXPECT_EQ(view.happened, entry.happened);
        EXPECT_EQ(view.recorded_at, entry.recorded_at);
        EXPECT_EQ(view.recorded_by, entry.recorded_by);
        EXPECT_EQ(view.batch, entry.batch);
        EXPECT_EQ(view.body, entry.shared.part.body);
        ASSERT_EQ(view.bodies.size(), entry.parts.size());
        for (std::size_t i = 0; i < view.bodies.size(); ++i) EXPECT_EQ(view.bodies[i], entry.parts[i].part.body);
    });
    ASSERT_TRUE(read) << read.error().whole();
    EXPECT_EQ(seen, (std::vector<Sequence>{2, 3}));
}

TEST_P(AnyStore, stops_a_whole_scan_when_told) {
    append(chain_of({a_visit(), a_visit(), a_visit()}));
    int seen = 0;
    ASSERT_TRUE(store->read_whole(1, 3, [&](const Entry&) { return ++seen < 2; }));
    EXPECT_EQ(seen, 2);
}

TEST_P(AnyStore, knows_each_items_latest_version) {
    const ItemId visited = ItemId::random();
    append(chain_of({a_visit(visited), a_visit(), a_visit(visited, 1)}));
    const std::vector<ItemId> asked{ItemId::random(), visited, visited};
    EXPECT_EQ(*store->latest_versions(asked), (std::vector<std::uint32_t>{0, 2, 2}));
}

TEST_P(AnyStore, finds_what_was_saved_under_a_key) {
    const auto written = chain_of({a_visit(), a_visit_to_siblings()});
    append(written);
    const std::vector<IdempotencyKey> asked{IdempotencyKey::random(), written[1].key, written[0].key};
    const auto found = store->saved_under(asked);
    ASSERT_TRUE(found) << found.error().whole();
    EXPECT_FALSE((*found)[0]);
    expect_same(*(*found)[1], written[1]);
    expect_same(*(*found)[2], written[0]);
}

TEST_P(AnyStore, finds_entries_about_somebody_and_of_an_item) {
    const ItemId item = ItemId::random();
    Change about_two = a_visit(item, 1);
    const SubjectId sister = SubjectId::random();
    about_two.subjects.push_back(sister);
    const auto written = chain_of({a_visit(item), a_visit(), about_two});
    append(written);
    const auto about = store->entries_about(sister, 3);
    ASSERT_EQ(about->size(), 1u);
    expect_same(about->at(0), written[2]);
    EXPECT_TRUE(store->entries_about(sister, 2)->empty());
    ASSERT_EQ(store->entries_of(item, UINT64_MAX)->size(), 2u);
    expect_same(store->entries_of(item, UINT64_MAX)->at(1), written[2]);
    EXPECT_EQ(store->entries_of(item, 2)->size(), 1u);

    std::vector<std::pair<SubjectId, Sequence>> index;
    ASSERT_TRUE(store->read_subject_index([&](SubjectId subject, Sequence seq) { index.emplace_back(subject, seq); }));
    EXPECT_EQ(index.size(), 4u);
    EXPECT_TRUE(std::is_sorted(index.begin(), index.end()));
}

TEST_P(AnyStore, knows_what_was_recorded_by_an_instant) {
    append(chain_of({a_visit(), a_visit(), a_visit()}));   // A second apart.
    EXPECT_EQ(*store->last_recorded_by(Instant::from_microseconds(start.microseconds() - 1)), 0u);
    EXPECT_EQ(*store->last_recorded_by(start), 1u);
    EXPECT_EQ(*store->last_recorded_by(Instant::from_microseconds(start.microseconds() + 1'999'999)), 2u);
    EXPECT_EQ(*store->last_recorded_by(long_hence), 3u);
}

TEST_P(AnyStore, follows_batches_from_their_first_entry_to_their_end) {
    const BatchId closed = BatchId::random();
    const BatchId struck_out = BatchId::random();
    const BatchId open = BatchId::random();
    append(chain_of({batched(a_visit(), closed), a_visit(), batched(a_visit(), struck_out), batched(a_visit(), closed),
                     ending(closed, Kind::batch_closed)}));
    append(chain_of({ending(struck_out, Kind::batch_struck_out), batched(a_visit(), open)}, *store->head()));
    for (int again = 0; again < 2; ++again) {
        const auto batches = store->batches();
        ASSERT_TRUE(batches) << batches.error().whole();
        ASSERT_EQ(batches->size(), 3u);
        const auto expect = [](const Batch& batch, BatchId id, Sequence first, Sequence last, Sequence ended, Batch::State state) {
            EXPECT_EQ(batch.id, id);
            EXPECT_EQ(batch.first, first);
            EXPECT_EQ(batch.last, last);
            EXPECT_EQ(batch.ended, ended);
            EXPECT_EQ(batch.state, state);
        };
        expect(batches->at(0), closed, 1, 4, 5, Batch::State::closed);
        expect(batches->at(1), struck_out, 3, 3, 6, Batch::State::struck_out);
        expect(batches->at(2), open, 7, 7, 0, Batch::State::open);
        open_again();
    }
}

TEST_P(AnyStore, refuses_a_second_version_of_the_same_number_and_keeps_nothing_of_its_group) {
    const ItemId item = ItemId::random();
    append(chain_of({a_visit(item)}));
    const Head before = *store->head();
    const auto twice = chain_of({a_visit(), a_visit(item)}, before);
    const auto done = store->append(twice, std::vector{a_line(SubjectId::random())});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Refusal::Kind::unavailable);
    EXPECT_EQ(*store->head(), before);
    EXPECT_TRUE(store->access_lines(std::nullopt, long_ago, long_hence, 10)->empty());
    append(chain_of({a_visit()}, before));   // And goes on working.
}

TEST_P(AnyStore, refuses_a_key_used_twice) {
    const auto written = chain_of({a_visit()});
    append(written);
    Change again = a_visit();
    again.key = written[0].key;
    EXPECT_FALSE(store->append(chain_of({again}, *store->head()), {}));
    EXPECT_EQ(store->head()->seq, 1u);
}

TEST_P(AnyStore, finds_access_lines_of_saves_and_of_pages_newest_first) {
    const SubjectId child = SubjectId::random();
    AccessLine saved = a_line(child, "saved visit", start.plus_seconds(1));
    saved.item = ItemId::random();
    AccessLine family = a_line(child, "family page", start.plus_seconds(2));
    family.children.push_back(SubjectId::random());
    append(chain_of({a_visit()}), {saved});
    ASSERT_TRUE(store->append_access(std::vector{a_line(child, "child's page", start), family}));
    ASSERT_TRUE(store->append_access(std::vector{a_line(SubjectId::random(), "child's page", start.plus_seconds(3))}));
    open_again();

    const auto lines = store->access_lines(child, long_ago, long_hence, 10);
    ASSERT_TRUE(lines) << lines.error().whole();
    ASSERT_EQ(lines->size(), 3u);
    EXPECT_EQ(lines->at(0).what, "family page");
    EXPECT_EQ(lines->at(0).children, family.children);
    EXPECT_EQ(lines->at(1).what, "saved visit");
    EXPECT_EQ(lines->at(1).item, saved.item);
    EXPECT_EQ(lines->at(1).who, some_worker());
    EXPECT_EQ(lines->at(2).at, start);
    EXPECT_TRUE(lines->at(2).item.is_none());

    EXPECT_EQ(store->access_lines(child, long_ago, long_hence, 2)->size(), 2u);
    EXPECT_EQ(store->access_lines(child, start, start, 10)->size(), 1u);
    EXPECT_EQ(store->access_lines(std::nullopt, long_ago, long_hence, 10)->size(), 4u);
    int visited = 0;
    ASSERT_TRUE(store->read_access(start, start.plus_seconds(2), [&](const AccessLine&) { ++visited; }));
    EXPECT_EQ(visited, 3);
}

TEST_P(AnyStore, destroys_parts_and_keeps_their_digests) {
    const auto written = chain_of({a_visit_to_siblings(), a_visit()});
    append(written);
    Change order = a_visit();
    order.kind = Kind::destroyed;
    const auto ordered = chain_of({order}, *store->head());
    const std::vector<DestroyedParts> parts{{1, false, {0}}, {2, true, {}}};
    const auto done = store->destroy(ordered[0], parts, std::vector{a_line(SubjectId::random())});
    ASSERT_TRUE(done) << done.error().whole();

    for (int again = 0; again < 2; ++again) {
        const auto read = all_of(*store);
        ASSERT_EQ(read.size(), 3u);
        EXPECT_TRUE(read[0].parts[0].destroyed);
        EXPECT_TRUE(read[0].parts[0].part.is_empty());
        EXPECT_EQ(read[0].parts[0].salt, Salt{});
        EXPECT_EQ(read[0].parts[0].digest, written[0].parts[0].digest);
        EXPECT_FALSE(read[0].parts[1].destroyed);
        EXPECT_EQ(read[0].parts[2].part, written[0].parts[2].part);
        EXPECT_FALSE(read[0].shared.destroyed);
        EXPECT_TRUE(read[1].shared.destroyed);
        EXPECT_TRUE(read[1].shared.part.is_empty());
        EXPECT_FALSE(read[1].happened.is_known());
        EXPECT_EQ(chain_hash(read[1]), written[1].hash);
        expect_same(read[2], ordered[0]);
        ASSERT_TRUE(store->read(2, 2, [&](const EntryView& view) {
            EXPECT_TRUE(view.body.empty());
            EXPECT_FALSE(view.happened.is_known());
        }));
        ASSERT_TRUE(store->destroy_again(parts));   // Changes nothing any more.
        open_again();
    }
    EXPECT_EQ(store->access_lines(std::nullopt, long_ago, long_hence, 10)->size(), 1u);
}

TEST_P(AnyStore, keeps_signed_heads_in_order) {
    SignedHead first{{1, no_hash}, start, {}};
    first.head.hash[0] = 7;
    first.signature[63] = 9;
    ASSERT_TRUE(store->keep_signed_head(first));
    ASSERT_TRUE(store->keep_signed_head({{2, no_hash}, start.plus_seconds(1), {}}));
    open_again();
    const auto heads = store->signed_heads();
    ASSERT_EQ(heads->size(), 2u);
    EXPECT_EQ(heads->at(0).head, first.head);
    EXPECT_EQ(heads->at(0).signed_at, start);
    EXPECT_EQ(heads->at(0).signature, first.signature);
    EXPECT_EQ(heads->at(1).head.seq, 2u);
}

TEST_P(AnyStore, keeps_replaces_and_forgets_what_is_shelved) {
    const std::string binary("\0\xff'\n", 4);
    ASSERT_TRUE(store->put(Shelf::drafts, {"one", binary, start}));
    ASSERT_TRUE(store->put(Shelf::drafts, {"two", "2", std::nullopt}));
    ASSERT_TRUE(store->put(Shelf::sessions, {"one", "elsewhere", std::nullopt}));
    ASSERT_TRUE(store->put(Shelf::drafts, {"two", "3", std::nullopt}));
    open_again();
    EXPECT_EQ(store->get(Shelf::drafts, "one")->value().bytes, binary);
    EXPECT_EQ(store->get(Shelf::drafts, "one")->value().expires, start);
    EXPECT_EQ(store->get(Shelf::drafts, "two")->value().bytes, "3");
    EXPECT_EQ(store->all(Shelf::drafts)->size(), 2u);
    ASSERT_TRUE(store->remove(Shelf::drafts, "one"));
    EXPECT_FALSE(store->get(Shelf::drafts, "one")->has_value());
    EXPECT_EQ(store->get(Shelf::sessions, "one")->value().bytes, "elsewhere");
    ASSERT_TRUE(store->remove(Shelf::drafts, "never there"));
}

TEST_P(AnyStore, puts_and_removes_several_on_a_shelf_at_once) {
    ASSERT_TRUE(store->put(Shelf::drafts, {"one", "1", std::nullopt}));
    const std::vector<Shelved> puts{{"two", std::string("\0\xff", 2), start}, {"three", "3", std::nullopt}};
    const std::vector<std::string> removes{"one", "never there"};
    ASSERT_TRUE(store->put_and_remove(Shelf::drafts, puts, removes));
    open_again();
    EXPECT_FALSE(store->get(Shelf::drafts, "one")->has_value());
    EXPECT_EQ(store->get(Shelf::drafts, "two")->value().bytes, puts[0].bytes);
    EXPECT_EQ(store->get(Shelf::drafts, "two")->value().expires, start);
    EXPECT_EQ(store->get(Shelf::drafts, "three")->value().expires, std::nullopt);
    ASSERT_TRUE(store->put_and_remove(Shelf::drafts, {}, {}));
}

TEST_P(AnyStore, fills_and_then_is_as_any_other) {
    const ItemId item = ItemId::random();
    const BatchId batch = BatchId::random();
    const auto written = chain_of({a_visit(item), a_visit_to_siblings(), batched(a_visit(item, 1), batch)});
    ASSERT_TRUE(store->start_filling());
    append({written.begin(), written.begin() + 1});
    append({written.begin() + 1, written.end()}, {a_line(SubjectId::random())});
    const auto finished = store->finish_filling();
    ASSERT_TRUE(finished) << finished.error().whole();
    for (int again = 0; again < 2; ++again) {
        const auto read = all_of(*store);
        ASSERT_EQ(read.size(), 3u);
        for (std::size_t i = 0; i < read.size(); ++i) expect_same(read[i], written[i]);
        EXPECT_EQ(*store->latest_versions(std::vector{item}), std::vector<std::uint32_t>{2});
        EXPECT_EQ(store->entries_about(written[1].subjects[2], 9)->size(), 1u);
        expect_same(*store->saved_under(std::vector{written[1].key})->at(0), written[1]);
        EXPECT_EQ(store->batches()->size(), 1u);
        open_again();
    }
    EXPECT_FALSE(store->append(chain_of({a_visit(item)}, *store->head()), {})) << "the unique index is there again";
    EXPECT_FALSE(store->start_filling()) << "only an empty store is filled";
}

TEST_P(AnyStore, is_empty_again_after_a_filling_that_was_cut) {
    ASSERT_TRUE(store->put(Shelf::credentials, {"somebody", "secret", std::nullopt}));
    ASSERT_TRUE(store->start_filling());
    append(chain_of({a_visit(), a_visit_to_siblings()}));
    open_again();
    EXPECT_EQ(store->head()->seq, 0u);
    EXPECT_TRUE(all_of(*store).empty());
    EXPECT_TRUE(store->get(Shelf::credentials, "somebody")->has_value());
    append(chain_of({a_visit()}));
    EXPECT_EQ(all_of(*store).size(), 1u);
}

TEST_P(AnyStore, refuses_a_second_writer_and_lets_others_read) {
    append(chain_of({a_visit()}));
    const auto second = open_store(place->address(), Mode::write);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, Refusal::Kind::clash);
    EXPECT_TRUE(store->hold_lock());

    const auto reader = place->open(Mode::read_only);
    EXPECT_EQ(all_of(*reader).size(), 1u);
    EXPECT_FALSE(reader->hold_lock());
    EXPECT_FALSE(reader->append(chain_of({a_visit()}, *store->head()), {}));
    append(chain_of({a_visit()}, *store->head()));
    EXPECT_EQ(reader->follow(1, 5000)->seq, 2u);
}

TEST_P(AnyStore, wakes_who_follows_when_there_is_more) {
    EXPECT_EQ(store->follow(0, 1)->seq, 0u) << "the time is up";
    std::atomic<Sequence> seen = 0;
    std::thread follower([&] { seen = store->follow(0, 30'000)->seq; });
    append(chain_of({a_visit()}));
    follower.join();
    EXPECT_EQ(seen, 1u);
}

TEST_P(AnyStore, shows_readers_whole_groups_only_while_it_is_written) {
    std::atomic<bool> done = false;
    std::thread reader([&] {
        while (!done) {
            Sequence count = 0;
            EXPECT_TRUE(store->read(1, UINT64_MAX, [&](const EntryView&) { ++count; }));
            EXPECT_EQ(count % 4, 0u);
            EXPECT_EQ(store->head()->seq % 4, 0u);
        }
    });
    for (int i = 0; i < 40; ++i) append(chain_of({a_visit(), a_visit_to_siblings(), a_visit(), a_visit()}, *store->head()));
    done = true;
    reader.join();
}

INSTANTIATE_TEST_SUITE_P(Stores, AnyStore, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
