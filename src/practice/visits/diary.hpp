#pragma once

#include "practice/visits/planned_visit.hpp"
#include "record/access/seen_book.hpp"

#include <memory>
#include <unordered_map>
#include <vector>

namespace steadfast::practice {

/// Which visits each worker means to make. Worked out once for as long as no planned visit changes; it knows nothing of who may
/// see whom.
class PlannedVisits {
public:
    [[nodiscard]] static std::shared_ptr<const PlannedVisits> of(const record::Book& book);

    /// Neither called off nor withdrawn.
    [[nodiscard]] const std::vector<ledger::ItemId>& of_worker(ledger::WorkerId worker) const;

    explicit PlannedVisits(const record::Book& book);

private:
    std::unordered_map<ledger::WorkerId, std::vector<ledger::ItemId>> by_worker_;
};

/// A planned visit as its worker sees it.
struct DiaryLine {
    ledger::ItemId item;
    PlannedVisit visit;
    std::vector<record::SeenChild> children;   ///< Those whom the viewer may see; never none.
};

/// What a worker planned for one day, in the order of the clock; and what they planned and nobody told how it went.
struct Diary {
    std::vector<DiaryLine> today;
    std::vector<DiaryLine> next;      ///< In the six days after.
    std::vector<DiaryLine> untold;    ///< Of the fortnight before: no visit to any of the children is recorded since that day.
};
[[nodiscard]] Diary diary_of(const record::SeenBook& book, ledger::WorkerId worker, Date today);

/// The visits that a worker means to make from one day to another inclusive, to children whom the viewer may see. In no promised order.
[[nodiscard]] std::vector<DiaryLine> planned_between(const record::SeenBook& book, ledger::WorkerId worker, Date first, Date last);

/// How many visits a worker has planned for a day, whoever they are about.
[[nodiscard]] std::size_t planned_for(const record::Book& book, ledger::WorkerId worker, Date day);

}  // namespace steadfast::practice
