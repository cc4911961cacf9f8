#include "demo/pigeonholes.hpp"

#include <gtest/gtest.h>

namespace steadfast::demo {
namespace {

const Date first = *Date::of(2025, 11, 3);
const Date last = *Date::of(2026, 3, 2);

Saving a_saving(Date day, int slot, std::string body = "{}") {
    ledger::Change change;
    change.kind = ledger::Kind::withdrawn;
    change.item = ledger::ItemId::random();
    change.starts_from = 3;
    change.type = "case_note";
    change.subjects = {ledger::SubjectId::random(), ledger::SubjectId::random()};
    change.happened = When::day(day);
    change.recorded_by = ledger::WorkerId::random();
    change.key = ledger::IdempotencyKey::random();
    change.shared = {std::move(body), R"({"words":"She said so."})"};
    change.parts = {{R"({"seen":"alone"})", ""}, {}};
    return {{day, slot}, std::move(change)};
}

void expect_same(const ledger::Change& a, const ledger::Change& b) {
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.item, b.item);
    EXPECT_EQ(a.starts_from, b.starts_from);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.subjects, b.subjects);
    EXPECT_EQ(a.happened, b.happened);
    EXPECT_EQ(a.recorded_by, b.recorded_by);
    EXPECT_EQ(a.key, b.key);
    EXPECT_EQ(a.shared, b.shared);
    EXPECT_EQ(a.parts, b.parts);
}

std::vector<std::pair<Moment, ledger::Change>> all_of(Pigeonholes& pigeonholes) {
    std::vector<std::pair<Moment, ledger::Change>> all;
    for (std::size_t month = 0; month < pigeonholes.months(); ++month) {
        const auto taken = pigeonholes.take(month, [&](const Moment& at, std::vector<ledger::Change> changes) -> Result<void> {
            for (ledger::Change& change : changes) all.emplace_back(at, std::move(change));
            return {};
        });
        EXPECT_TRUE(taken);
    }
    return all;
}

TEST(Pigeonholes, give_back_everything_in_order_of_time_and_then_of_families) {
    Pigeonholes pigeonholes(first, last);
    EXPECT_EQ(pigeonholes.months(), 5U);
    const std::vector<Saving> of_seven{a_saving(last, 2), a_saving(first, 0), a_saving(first, 0), a_saving(*Date::of(2025, 12, 30), 4)};
    const std::vector<Saving> of_three{a_saving(first, 0), a_saving(first, 1)};
    ASSERT_TRUE(pigeonholes.put(7, of_seven));
    ASSERT_TRUE(pigeonholes.put(3, of_three));
    const std::vector<const Saving*> in_order{&of_three[0], &of_seven[1], &of_seven[2], &of_three[1], &of_seven[3], &of_seven[0]};
    const auto taken = all_of(pigeonholes);
    ASSERT_EQ(taken.size(), in_order.size());
    for (std::size_t i = 0; i < taken.size(); ++i) {
        EXPECT_EQ(taken[i].first, in_order[i]->at);
        expect_same(taken[i].second, in_order[i]->change);
    }
    EXPECT_TRUE(all_of(pigeonholes).empty()) << "what was taken out is no longer there";
}

TEST(Pigeonholes, keep_what_does_not_fit_into_memory_in_files) {
    Pigeonholes pigeonholes(first, last);
    std::vector<ledger::ItemId> put;
    for (std::uint64_t family = 0; family < 300; ++family) {
        const Saving saving = a_saving(first, 0, "{\"text\":\"" + std::string(8'000, 'x') + "\"}");
        put.push_back(saving.change.item);
        ASSERT_TRUE(pigeonholes.put(family, {&saving, 1}));
    }
    std::vector<ledger::ItemId> taken;
    for (const auto& [at, change] : all_of(pigeonholes)) taken.push_back(change.item);
    EXPECT_EQ(taken, put);
}

TEST(Pigeonholes, pass_on_the_refusal_of_who_takes_them_out) {
    Pigeonholes pigeonholes(first, last);
    const Saving saving = a_saving(first, 0);
    ASSERT_TRUE(pigeonholes.put(1, {&saving, 1}));
    const auto taken = pigeonholes.take(0, [](const Moment&, const std::vector<ledger::Change>&) -> Result<void> { return refuse(Refusal::Kind::unavailable, "full"); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().says, "full");
}

}  // namespace
}  // namespace steadfast::demo
