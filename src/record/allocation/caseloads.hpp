#pragma once

#include "record/allocation/allocation.hpp"
#include "record/book/book.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace steadfast::record {

/// One allocation that lasts today, as somebody holds it.
struct Holding {
    ledger::SubjectId child;       ///< The one kept, where children were merged.
    ledger::ItemId allocation;
    ledger::WorkerId worker;       ///< None: the child waits in the team.
    ledger::ItemId team;
    std::string as_what;           ///< A code of allocated_as.
    std::optional<Date> from;
};

/// Who holds which children on a day, and which children wait for somebody. Worked out once for as long as no allocation
/// changes. It knows nothing of who may see whom: pages ask SeenBook about each child.
class Caseloads {
public:
    [[nodiscard]] static std::shared_ptr<const Caseloads> of(const Book& book, Date today);

    [[nodiscard]] const std::vector<Holding>& held_by(ledger::WorkerId worker) const;
    [[nodiscard]] const std::vector<Holding>& waiting_in(ledger::ItemId team) const;   ///< Longest first.
    [[nodiscard]] std::vector<Holding> of_child(ledger::SubjectId child) const;        ///< The allocated worker first, then by when they began.
    /// How many children somebody is the allocated worker of.
    [[nodiscard]] std::size_t children_of(ledger::WorkerId worker) const;

    Caseloads(const Book& book, Date today);

private:
    Date today_;
    std::shared_ptr<const Table> table_;
    std::shared_ptr<const Book::Merges> merges_;
    std::unordered_map<ledger::WorkerId, std::vector<Holding>> by_worker_;
    std::unordered_map<ledger::ItemId, std::vector<Holding>> waiting_;
    std::unordered_map<ledger::SubjectId, std::vector<Holding>> by_child_;
};

/// One allocation of a child's, past or present.
struct PastAllocation {
    ledger::ItemId id;
    std::uint32_t version = 0;
    Allocation allocation;
};
/// All of them, the latest first.
[[nodiscard]] std::vector<PastAllocation> allocations_of(const Book& book, ledger::SubjectId child);

/// The team whose worker answered for a child's case on a day; none where nobody did. `allocations` are the child's.
[[nodiscard]] ledger::ItemId team_on(const std::vector<PastAllocation>& allocations, Date day);

/// How many people have answered for a child's case by a day, and since when.
struct WorkersSoFar {
    std::size_t workers = 0;
    std::optional<Date> since;   ///< None where there was nobody.
};
[[nodiscard]] WorkersSoFar count_workers(const std::vector<PastAllocation>& allocations, Date today);

/// The same in words: "4 allocated workers in 18 months". Empty where there was none.
[[nodiscard]] std::string workers_so_far(const std::vector<PastAllocation>& allocations, Date today);

}  // namespace steadfast::record
