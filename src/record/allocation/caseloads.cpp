#include "record/allocation/caseloads.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace steadfast::record {
namespace {

std::shared_ptr<const Table> table_of_allocations(const Book& book) {
    for (const auto& table : book.tables())
        if (&table->type() == &type_of<Allocation>()) return table;
    return nullptr;
}

const std::vector<Holding> nothing;

bool lasts(const Allocation& allocation, Date today) {
    return allocation.from && *allocation.from <= today && (!allocation.to || today < *allocation.to);
}

}  // namespace

std::shared_ptr<const Caseloads> Caseloads::of(const Book& book, Date today) {
    if (auto kept = book.derived().kept<Caseloads>();
        kept && kept->today_ == today && kept->table_ == table_of_allocations(book) && kept->merges_ == book.merges())
        return kept;
    auto made = std::make_shared<const Caseloads>(book, today);
    book.derived().keep(made);
    return made;
}

Caseloads::Caseloads(const Book& book, Date today) : today_(today), table_(table_of_allocations(book)), merges_(book.merges()) {
    const std::size_t to = *type_of<Allocation>().position("to");
    book.each_of(type_of<Allocation>(), [&](const Found& found) {
        const auto ended = found.table->day(found.row, to);
        if (ended && *ended <= today) return;   // Most of them, after some years.
        const auto allocation = found.table->item<Allocation>(found.row);
        if (!lasts(allocation, today)) return;
        for (const ledger::SubjectId subject : book.subjects(found)) {
            const Holding held{book.resolved(subject), book.item_id(found), ledger::WorkerId(allocation.worker.item.bytes()), allocation.team.item,
                            allocation.as_what.code, allocation.from};
            (held.worker.is_none() ? waiting_[held.team] : by_worker_[held.worker]).push_back(held);
            by_child_[held.child].push_back(held);
        }
    });
    for (auto& [team, held] : waiting_)
        std::sort(held.begin(), held.end(), [](const Holding& a, const Holding& b) { return std::tie(a.from, a.child) < std::tie(b.from, b.child); });
}

const std::vector<Holding>& Caseloads::held_by(ledger::WorkerId worker) const {
    const auto found = by_worker_.find(worker);
    return found == by_worker_.end() ? nothing : found->second;
}

const std::vector<Holding>& Caseloads::waiting_in(ledger::ItemId team) const {
    const auto found = waiting_.find(team);
    return found == waiting_.end() ? nothing : found->second;
}

std::vector<Holding> Caseloads::of_child(ledger::SubjectId child) const {
    const auto found = by_child_.find(child);
    std::vector<Holding> held = found == by_child_.end() ? nothing : found->second;
    std::sort(held.begin(), held.end(), [](const Holding& a, const Holding& b) {
        const auto rank = [](const Holding& one) { return std::tuple(!is_main_worker(one.as_what), one.from, one.allocation); };
        return rank(a) < rank(b);
    });
    return held;
}

std::size_t Caseloads::children_of(ledger::WorkerId worker) const {
    const auto& held = held_by(worker);
    return static_cast<std::size_t>(std::count_if(held.begin(), held.end(), [](const Holding& one) { return is_main_worker(one.as_what); }));
}

std::vector<PastAllocation> allocations_of(const Book& book, ledger::SubjectId child) {
    std::vector<PastAllocation> all;
    book.each_about(child, WantedTypes{&type_of<Allocation>()}, [&](const Found& found) {
        if (&found.type() == &type_of<Allocation>())
            all.push_back({book.item_id(found), found.head().version, found.table->item<Allocation>(found.row)});
    });
    std::sort(all.begin(), all.end(), [](const PastAllocation& a, const PastAllocation& b) {
        return std::tie(b.allocation.from, b.id) < std::tie(a.allocation.from, a.id);
    });
    return all;
}

ledger::ItemId team_on(const std::vector<PastAllocation>& allocations, Date day) {
    for (const PastAllocation& past : allocations) {
        const Allocation& one = past.allocation;
        const bool holds = one.from && *one.from <= day && (!one.to || day < *one.to);
        if (holds && is_main_worker(one.as_what.code)) return one.team.item;
    }
    return {};
}

WorkersSoFar count_workers(const std::vector<PastAllocation>& allocations, Date today) {
    std::set<ledger::ItemId> workers;
    WorkersSoFar so_far;
    for (const PastAllocation& one : allocations) {
        if (!is_main_worker(one.allocation.as_what.code) || one.allocation.worker.item.is_none() || !one.allocation.from || *one.allocation.from > today) continue;
        workers.insert(one.allocation.worker.item);
        if (!so_far.since || *one.allocation.from < *so_far.since) so_far.since = one.allocation.from;
    }
    so_far.workers = workers.size();
    return so_far;
}

std::string workers_so_far(const std::vector<PastAllocation>& allocations, Date today) {
    const WorkersSoFar so_far = count_workers(allocations, today);
    if (!so_far.since) return "";
    const int months = (today - *so_far.since) * 12 / 365;
    const std::string length = months == 0 ? "less than a month" : months == 1 ? "1 month" : fmt::format("{} months", months);
    return fmt::format("{} allocated worker{} in {}", so_far.workers, so_far.workers == 1 ? "" : "s", length);
}

}  // namespace steadfast::record
