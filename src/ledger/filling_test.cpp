#include "ledger/filling.hpp"

#include "ledger/chain.hpp"
#include "ledger/ledger.hpp"
#include "ledger/stores_under_test.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>

namespace steadfast::ledger {
namespace {

const Instant then = Instant::from_seconds(1'480'000'000);
const Instant later = Instant::from_seconds(1'580'000'000);

class AFilling : public testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<PlaceForAStore> place_ = place_for(GetParam());
    std::unique_ptr<Store> store_ = place_->open();
};

TEST_P(AFilling, makes_the_chain_that_saves_make_with_the_times_it_was_told) {
    const Change visit = a_visit();
    const Change again = a_visit(visit.item, 1);
    auto filling = Filling::start(*store_);
    ASSERT_TRUE(filling) << filling.error().whole();
    ASSERT_TRUE((*filling)->add(then, visit));
    ASSERT_TRUE((*filling)->add(then, a_visit_to_siblings()));
    ASSERT_TRUE((*filling)->add(later, again));
    const auto head = (*filling)->finish();
    ASSERT_TRUE(head) << head.error().whole();
    (*filling).reset();

    const auto entries = all_of(*store_);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(*head, (Head{3, entries[2].hash}));
    EXPECT_TRUE(says_the_same(visit, entries[0]));
    EXPECT_TRUE(says_the_same(again, entries[2]));
    EXPECT_EQ(entries[1].recorded_at, then);
    EXPECT_EQ(entries[2].recorded_at, later);
    const auto verified = verify(*store_, {});
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->is_sound());
    EXPECT_TRUE(verified->indexes_checked);
}

TEST_P(AFilling, of_many_groups_keeps_their_order_and_leaves_a_record_that_can_be_saved_to) {
    constexpr std::size_t many = 20'000;
    {
        auto filling = Filling::start(*store_);
        ASSERT_TRUE(filling);
        for (std::size_t made = 0; made < many; ++made) ASSERT_TRUE((*filling)->add(then, a_visit()));
        ASSERT_TRUE((*filling)->finish());
    }
    const auto verified = verify(*store_, {});
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->is_sound());
    EXPECT_EQ(verified->head.seq, many);
    store_.reset();
    const SystemClock clock;
    Ledger ledger(place_->open(), clock);
    const auto saved = ledger.save_and_wait({a_visit()});
    ASSERT_TRUE(saved) << saved.error().whole();
    EXPECT_EQ(saved->front().seq, many + 1);
}

TEST_P(AFilling, refuses_what_no_save_could_say) {
    const Change visit = a_visit();
    const auto refused = [&](Instant at, Change change) {
        const auto place = place_for(GetParam());
        const auto store = place->open();
        auto filling = Filling::start(*store);
        EXPECT_TRUE(filling && (*filling)->add(then, visit));
        const auto added = (*filling)->add(at, std::move(change));
        return added ? std::optional<Refusal::Kind>() : added.error().kind;
    };
    Change of_an_import = a_visit();
    of_an_import.batch = BatchId::random();
    Change same_key = a_visit();
    same_key.key = visit.key;
    Change no_type = a_visit();
    no_type.type.clear();
    EXPECT_EQ(refused(later, a_visit()), std::nullopt);
    EXPECT_EQ(refused(then.plus_seconds(-1), a_visit()), Refusal::Kind::invalid);
    EXPECT_EQ(refused(later, a_visit(visit.item, 2)), Refusal::Kind::clash);
    EXPECT_EQ(refused(later, of_an_import), Refusal::Kind::invalid);
    EXPECT_EQ(refused(later, same_key), Refusal::Kind::invalid);
    EXPECT_EQ(refused(later, no_type), Refusal::Kind::invalid);
}

TEST_P(AFilling, that_was_left_leaves_nothing) {
    {
        auto filling = Filling::start(*store_);
        ASSERT_TRUE(filling);
        for (int i = 0; i < 9'000; ++i) ASSERT_TRUE((*filling)->add(then, a_visit()));
    }
    store_.reset();
    store_ = place_->open();
    const auto head = store_->head();
    ASSERT_TRUE(head);
    EXPECT_EQ(head->seq, 0U);
    EXPECT_TRUE(Filling::start(*store_)) << "it can be filled anew";
}

TEST_P(AFilling, can_be_read_group_by_group) {
    ASSERT_TRUE(store_->start_filling());
    const auto written = chain_of({a_visit(), a_visit(), a_visit()});
    for (std::size_t i = 0; i < written.size(); ++i) {
        ASSERT_TRUE(store_->append(std::span(written).subspan(i, 1), {}));
        EXPECT_EQ(all_of(*store_).size(), i + 1);
    }
    ASSERT_TRUE(store_->finish_filling());
    EXPECT_EQ(all_of(*place_->open(Mode::read_only)).size(), written.size());
}

TEST_P(AFilling, is_not_started_where_there_is_something) {
    ASSERT_TRUE(store_->append(chain_of({a_visit()}), {}));
    const auto refused = Filling::start(*store_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::invalid);
}

INSTANTIATE_TEST_SUITE_P(OnEachStore, AFilling, testing::ValuesIn(kinds_of_store()));

}  // namespace
}  // namespace steadfast::ledger
