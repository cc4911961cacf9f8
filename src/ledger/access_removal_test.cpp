#include "ledger/chain.hpp"
#include "ledger/stores_under_test.hpp"

#include <gtest/gtest.h>

namespace steadfast::ledger {
namespace {

const Instant start = Instant::from_seconds(1'780'000'000);
const Instant cut = start.plus_seconds(60 * 86'400);
const Instant long_ago = Instant::from_seconds(0);
const Instant long_hence = Instant::from_seconds(4'000'000'000);

/// Removing old access lines, which both stores do alike.
class AccessRemoval : public testing::TestWithParam<std::string> {
protected:
    std::vector<AccessLine> lines(std::optional<SubjectId> about) { return store->access_lines(about, long_ago, long_hence, 20'000).value(); }
    void remove_before_the_cut() {
        const auto removed = store->remove_access(cut);
        ASSERT_TRUE(removed) << removed.error().whole();
    }

    std::unique_ptr<PlaceForAStore> place = place_for(GetParam());
    std::unique_ptr<Store> store = place->open();
    SubjectId child = SubjectId::random();
};

TEST_P(AccessRemoval, takes_what_is_before_an_instant_and_nothing_else) {
    ASSERT_TRUE(store->append(chain_of({a_visit()}), std::vector{a_line(child, "saved visit", start), a_line(child, "saved visit", cut)}));
    std::vector<AccessLine> pages{a_line(child, "child's page", cut),
                                  a_line(child, "child's page", Instant::from_microseconds(cut.microseconds() - 1))};
    // More than are removed at once, all of a moment, and months before the cut.
    for (int i = 0; i < 11'000; ++i) pages.push_back(a_line(child, "child's page", start));
    ASSERT_TRUE(store->append_access(pages));
    for (int twice = 0; twice < 2; ++twice) {
        remove_before_the_cut();
        ASSERT_EQ(lines(child).size(), 2u);
        EXPECT_EQ(lines(std::nullopt).size(), 2u);
        for (const AccessLine& line : lines(child)) EXPECT_EQ(line.at, cut);
        store.reset();
        store = place->open();
    }
    EXPECT_EQ(store->head()->seq, 1u);
}

TEST_P(AccessRemoval, leaves_room_for_a_line_that_comes_late) {
    ASSERT_TRUE(store->append_access(std::vector{a_line(child, "child's page", start)}));
    remove_before_the_cut();
    ASSERT_TRUE(store->append_access(std::vector{a_line(child, "child's page", start)}));
    EXPECT_EQ(lines(child).size(), 1u);
}

TEST_P(AccessRemoval, is_refused_where_the_record_is_only_read) {
    ASSERT_TRUE(store->append_access(std::vector{a_line(child, "child's page", start)}));
    EXPECT_FALSE(place->open(Mode::read_only)->remove_access(cut));
    EXPECT_EQ(lines(child).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Stores, AccessRemoval, testing::ValuesIn(kinds_of_store()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace steadfast::ledger
