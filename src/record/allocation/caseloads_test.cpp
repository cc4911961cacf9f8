#include "record/allocation/caseloads.hpp"

#include "record/items.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::record {
namespace {

const Catalogue& catalogue() {
    static const Catalogue catalogue = [] {
        Catalogue all;
        add_items(all);
        return all;
    }();
    return catalogue;
}

const Date today = *Date::of(2026, 3, 2);

Allocation main_worker(ledger::WorkerId worker, Date from, std::optional<Date> to = std::nullopt) {
    Allocation allocation;
    allocation.worker.item = ledger::ItemId(worker.bytes());
    allocation.as_what.code = "allocated_worker";
    allocation.from = from;
    allocation.to = to;
    return allocation;
}

TEST(Caseloads, tell_who_holds_whom_today_and_who_waits_longest) {
    RecordForTests council(catalogue());
    const auto child = council.add_child();
    const auto waiting = council.add_child();
    const auto waiting_longer = council.add_child();
    const auto worker = ledger::WorkerId::random();
    const auto team = ledger::ItemId::random();
    council.add({child}, main_worker(worker, *Date::of(2025, 1, 6), *Date::of(2025, 6, 2)));
    council.add({child}, main_worker(worker, *Date::of(2025, 9, 1)));
    for (const auto& [one, day] : {std::pair(waiting, 27), std::pair(waiting_longer, 20)}) {
        Allocation nobody_yet;
        nobody_yet.team.item = team;
        nobody_yet.as_what.code = "allocated_worker";
        nobody_yet.from = Date::of(2026, 2, static_cast<unsigned>(day));
        council.add({one}, nobody_yet);
    }
    const auto caseloads = Caseloads::of(*council.record().book(), today);
    ASSERT_EQ(caseloads->held_by(worker).size(), 1u);
    EXPECT_EQ(caseloads->held_by(worker)[0].child, child);
    EXPECT_EQ(caseloads->children_of(worker), 1u);
    ASSERT_EQ(caseloads->waiting_in(team).size(), 2u);
    EXPECT_EQ(caseloads->waiting_in(team)[0].child, waiting_longer);
    EXPECT_EQ(caseloads->of_child(child).size(), 1u);
    council.add_child();
    EXPECT_EQ(Caseloads::of(*council.record().book(), today), caseloads) << "nothing that it comes from has changed";
}

TEST(Caseloads, count_the_workers_a_child_has_had) {
    RecordForTests council(catalogue());
    const auto child = council.add_child();
    EXPECT_EQ(workers_so_far(allocations_of(*council.record().book(), child), today), "");
    const auto first = ledger::WorkerId::random();
    council.add({child}, main_worker(first, *Date::of(2024, 9, 2), *Date::of(2025, 3, 3)));
    council.add({child}, main_worker(ledger::WorkerId::random(), *Date::of(2025, 3, 3), *Date::of(2025, 9, 1)));
    council.add({child}, main_worker(first, *Date::of(2025, 9, 1)));
    Allocation chair = main_worker(ledger::WorkerId::random(), *Date::of(2025, 9, 1));
    chair.as_what.code = "conference_chair";
    council.add({child}, chair);
    EXPECT_EQ(workers_so_far(allocations_of(*council.record().book(), child), today), "2 allocated workers in 17 months");
}

}  // namespace
}  // namespace steadfast::record
