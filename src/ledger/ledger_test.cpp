#include "ledger/ledger.hpp"

#include "ledger/chain.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

namespace steadfast::ledger {
namespace {

class AnyLedger : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        place = place_for(GetParam());
        open();
    }
    void open() {
        ledger.reset();
        ledger = std::make_unique<Ledger>(place->open(), clock, folder.path("destroyed"));
    }
    Receipt save(Change change) {
        const auto receipts = ledger->save_and_wait({std::move(change)});
        if (!receipts) throw std::runtime_error(receipts.error().whole());
        return receipts->at(0);
    }
    Refusal::Kind refused(std::vector<Change> changes) {
        const auto receipts = ledger->save_and_wait(std::move(changes));
        if (receipts) throw std::runtime_error("it was saved");
        return receipts.error().kind;
    }

    FolderForATest folder;
    StandingClock clock{Instant::from_seconds(1'780'000'000)};
    std::unique_ptr<PlaceForAStore> place;
    std::unique_ptr<Ledger> ledger;
};

TEST_P(AnyLedger, says_as_what_a_save_was_recorded) {
    EXPECT_EQ(save(a_visit()), (Receipt{1, 1, clock.now(), false}));
    const ItemId item = ItemId::random();
    EXPECT_EQ(save(a_visit(item)).seq, 2u);
    EXPECT_EQ(save(a_visit(item, 1)).version, 2u);
    EXPECT_EQ(ledger->head().seq, 3u);
    EXPECT_EQ(ledger->head(), *ledger->store().head());
}

TEST_P(AnyLedger, hashes_each_entry_on_to_the_one_before) {
    for (int i = 0; i < 5; ++i) save(i % 2 ? a_visit() : a_visit_to_siblings());
    open();
    save(a_visit());
    Digest previous = no_hash;
    for (const Entry& entry : all_of(ledger->store())) {
        EXPECT_EQ(entry.previous_hash, previous);
        EXPECT_EQ(entry.hash, chain_hash(entry));
        previous = entry.hash;
    }
}

TEST_P(AnyLedger, answers_a_repeated_save_as_the_first_time_also_after_opening_again) {
    const Change visit = a_visit_to_siblings();
    const Receipt first = save(visit);
    clock.put(clock.now().plus_seconds(60));
    for (int again = 0; again < 2; ++again) {
        const Receipt repeated = save(visit);
        EXPECT_TRUE(repeated.repeated);
        EXPECT_EQ(repeated.seq, first.seq);
        EXPECT_EQ(repeated.recorded_at, first.recorded_at);
        open();
    }
    EXPECT_EQ(ledger->head().seq, 1u);
}

TEST_P(AnyLedger, refuses_a_key_that_was_used_for_something_else) {
    const Change visit = a_visit();
    save(visit);
    Change other = visit;
    other.shared.narrative = R"({"account":"Something else."})";
    EXPECT_EQ(refused({other}), Refusal::Kind::invalid);
    EXPECT_EQ(refused({visit, a_visit()}), Refusal::Kind::invalid) << "what was saved together is repeated together";
    EXPECT_EQ(ledger->head().seq, 1u);
}

TEST_P(AnyLedger, tells_a_clash_which_version_is_there_now) {
    const ItemId item = ItemId::random();
    save(a_visit(item));
    save(a_visit(item, 1));
    const auto late = ledger->save_and_wait({a_visit(item, 1)});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Refusal::Kind::clash);
    EXPECT_NE(late.error().says.find("Version 2"), std::string::npos) << late.error().says;
    EXPECT_EQ(refused({a_visit(item)}), Refusal::Kind::clash);
    EXPECT_EQ(refused({a_visit(ItemId::random(), 3)}), Refusal::Kind::clash);
}

TEST_P(AnyLedger, saves_all_of_several_changes_or_none) {
    const ItemId item = ItemId::random();
    EXPECT_EQ(refused({a_visit(item), a_visit(), a_visit(item)}), Refusal::Kind::clash);
    EXPECT_EQ(ledger->head().seq, 0u);
    const auto receipts = ledger->save_and_wait({a_visit(item), a_visit(item, 1)});
    ASSERT_TRUE(receipts);
    EXPECT_EQ(receipts->at(1).version, 2u);
}

TEST_P(AnyLedger, lets_one_of_many_at_once_win_and_tells_the_others) {
    const ItemId item = ItemId::random();
    std::vector<Change> changes;
    for (int i = 0; i < 50; ++i) changes.push_back(a_visit(item));
    std::latch answered(50);
    std::atomic<int> saved = 0;
    std::atomic<int> clashed = 0;
    for (const Change& change : changes)
        ledger->save({change}, {a_line(change.subjects[0])}, [&](const Result<std::vector<Receipt>>& receipts) {
            if (receipts) ++saved;
            else if (receipts.error().kind == Refusal::Kind::clash) ++clashed;
            answered.count_down();
        });
    answered.wait();
    EXPECT_EQ(saved, 1);
    EXPECT_EQ(clashed, 49);
    EXPECT_EQ(ledger->store().access_lines(std::nullopt, Instant{}, Instant::from_seconds(4'000'000'000), 100)->size(), 1u);
}

TEST_P(AnyLedger, does_once_what_many_ask_at_once_under_one_key) {
    const Change visit = a_visit();
    std::latch answered(20);
    std::atomic<int> first = 0;
    std::atomic<int> repeated = 0;
    for (int i = 0; i < 20; ++i)
        ledger->save({visit}, {}, [&](const Result<std::vector<Receipt>>& receipts) {
            if (receipts) ++(receipts->at(0).repeated ? repeated : first);
            answered.count_down();
        });
    answered.wait();
    EXPECT_EQ(first, 1);
    EXPECT_EQ(repeated, 19);
    EXPECT_EQ(ledger->head().seq, 1u);
}

TEST_P(AnyLedger, tells_the_listener_before_it_answers_and_in_order) {
    std::vector<Sequence> heard;
    ledger->listen([&](std::span<const Entry> entries) {
        for (const Entry& entry : entries) heard.push_back(entry.seq);
    });
    save(a_visit());
    EXPECT_EQ(heard, (std::vector<Sequence>{1}));
    ASSERT_TRUE(ledger->save_and_wait({a_visit(), a_visit()}));
    EXPECT_EQ(heard, (std::vector<Sequence>{1, 2, 3}));
}

TEST_P(AnyLedger, never_records_earlier_than_before_whatever_the_clock_says) {
    save(a_visit());
    clock.put(clock.now().plus_seconds(-3600));
    EXPECT_EQ(save(a_visit()).recorded_at, Instant::from_seconds(1'780'000'000));
    open();
    EXPECT_EQ(save(a_visit()).recorded_at, Instant::from_seconds(1'780'000'000));
}

TEST_P(AnyLedger, refuses_what_can_never_be_recorded) {
    const auto invalid = [&](auto alter) {
        Change change = a_visit_to_siblings();
        alter(change);
        return refused({change}) == Refusal::Kind::invalid;
    };
    EXPECT_TRUE(invalid([](Change& c) { c.item = {}; }));
    EXPECT_TRUE(invalid([](Change& c) { c.recorded_by = {}; }));
    EXPECT_TRUE(invalid([](Change& c) { c.type = ""; }));
    EXPECT_TRUE(invalid([](Change& c) { c.type = "Visit"; }));
    EXPECT_TRUE(invalid([](Change& c) { c.type = std::string(65, 'a'); }));
    EXPECT_TRUE(invalid([](Change& c) { c.kind = Kind::destroyed; }));
    EXPECT_TRUE(invalid([](Change& c) { c.kind = static_cast<Kind>(9); }));
    EXPECT_TRUE(invalid([](Change& c) { c.kind = Kind::batch_closed; c.batch = BatchId(c.item.bytes()); }));
    EXPECT_TRUE(invalid([](Change& c) { c.subjects[1] = c.subjects[0]; }));
    EXPECT_TRUE(invalid([](Change& c) { c.subjects[1] = {}; }));
    EXPECT_TRUE(invalid([](Change& c) { c.parts.pop_back(); }));
    EXPECT_TRUE(invalid([](Change& c) { c.subjects.resize(1001); c.parts.clear(); }));
    EXPECT_TRUE(invalid([](Change& c) { c.shared.body = "not an object"; }));
    EXPECT_TRUE(invalid([](Change& c) { c.shared.body = "{\"a\":\"\xff\"}"; }));
    EXPECT_TRUE(invalid([](Change& c) { c.parts[0].narrative = std::string("{\"a\":\"\0\"}", 9); }));
    EXPECT_TRUE(invalid([](Change& c) { c.shared.narrative = "{" + std::string(5 * 1024 * 1024, ' ') + "}"; }));
    EXPECT_EQ(ledger->head().seq, 0u);
}

TEST_P(AnyLedger, takes_nothing_more_into_an_import_that_has_ended) {
    const BatchId batch = BatchId::random();
    const auto imported = [&] {
        Change change = a_visit();
        change.key = {};
        change.batch = batch;
        return change;
    };
    const auto end = [&](Kind kind, std::uint32_t starts_from) {
        Change change = a_visit(ItemId(batch.bytes()), starts_from);
        change.kind = kind;
        return change;
    };
    save(a_visit(ItemId(batch.bytes())));
    save(imported());
    EXPECT_EQ(refused({end(Kind::batch_closed, 1), imported()}), Refusal::Kind::invalid);
    save(end(Kind::batch_closed, 1));
    EXPECT_EQ(refused({imported()}), Refusal::Kind::invalid);
    open();
    EXPECT_EQ(refused({imported()}), Refusal::Kind::invalid);
    EXPECT_EQ(refused({end(Kind::batch_struck_out, 2)}), Refusal::Kind::invalid);
}

TEST_P(AnyLedger, fills_an_empty_record_judging_as_ever) {
    const ItemId item = ItemId::random();
    ASSERT_TRUE(ledger->start_filling());
    const Change first = a_visit(item);
    ASSERT_TRUE(ledger->save_and_wait({first, a_visit()}));
    EXPECT_EQ(refused({a_visit(item)}), Refusal::Kind::clash);
    EXPECT_EQ(refused({first}), Refusal::Kind::invalid);
    EXPECT_EQ(save(a_visit(item, 1)).version, 2u);
    const auto finished = ledger->finish_filling();
    ASSERT_TRUE(finished) << finished.error().whole();
    EXPECT_TRUE(save(first).repeated);
    EXPECT_EQ(refused({a_visit(item)}), Refusal::Kind::clash);
    EXPECT_EQ(save(a_visit(item, 2)).seq, 4u);
}

TEST_P(AnyLedger, writes_access_lines_of_many_pages_at_once) {
    const SubjectId child = SubjectId::random();
    std::latch answered(200);
    for (int i = 0; i < 200; ++i)
        ledger->write_access({a_line(child)}, [&](const Result<void>& done) {
            EXPECT_TRUE(done);
            answered.count_down();
        });
    answered.wait();
    EXPECT_EQ(ledger->store().access_lines(child, Instant{}, Instant::from_seconds(4'000'000'000), 1000)->size(), 200u);
    ledger->write_access({a_line(child, "")}, [](const Result<void>& done) { EXPECT_FALSE(done); });
}

TEST_P(AnyLedger, answers_what_still_waits_when_it_ends) {
    std::atomic<int> answered = 0;
    for (int i = 0; i < 100; ++i) {
        ledger->save({a_visit()}, {}, [&](const Result<std::vector<Receipt>>& receipts) { answered += receipts ? 1 : 0; });
        ledger->write_access({a_line(SubjectId::random())}, [&](const Result<void>& done) { answered += done ? 1 : 0; });
    }
    ledger.reset();
    EXPECT_EQ(answered, 200);
}

INSTANTIATE_TEST_SUITE_P(Stores, AnyLedger, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
