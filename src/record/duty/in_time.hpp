#pragma once

#include "record/duty/performance.hpp"

#include <span>
#include <vector>

namespace steadfast::record {

/// How one duty was kept over a time, by the council or by one of its teams.
struct InTime {
    Performance performance;
    struct OfTeam {
        ledger::ItemId team;   ///< None: nobody answered for the child on the day on which it was due.
        Tally tally;
    };
    std::vector<OfTeam> teams;   ///< Those with anything due, in no order.
};

/// A step counts for the team whose worker answered for the child on the day on which it was due (today, where that day is not
/// known), whoever has the child now.
/// @param team none: the whole council. The teams within a team count for it.
[[nodiscard]] InTime in_time(const Book& book, const BoundDuty& bound, Date from, Date to, Date today, ledger::ItemId team);
/// The same of several duties, in their order.
[[nodiscard]] std::vector<InTime> in_time(const Book& book, std::span<const BoundDuty> duties, Date from, Date to, Date today, ledger::ItemId team);

}  // namespace steadfast::record
