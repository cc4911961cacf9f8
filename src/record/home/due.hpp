#pragma once

#include "record/allocation/caseloads.hpp"
#include "record/duty/duties.hpp"
#include "web/link.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::pages {

/// How soon something is due.
enum class HowSoon : std::uint8_t { overdue, this_week, later, not_known };

/// One thing that is owed to a child, on somebody's list.
struct DueRow {
    ledger::SubjectId child;
    std::string name;              ///< The child's.
    std::string_view duty_key;     ///< law::Timescale::key.
    std::string_view duty;         ///< "Looked-after review"
    std::string words;             ///< "3 working days overdue, was due Mon 8 June 2026"
    std::optional<Date> due;
    HowSoon how_soon = HowSoon::later;
    ledger::WorkerId who;          ///< Who owes it: named in it, or else the allocated worker. None: nobody has the child.
    web::Link does;                ///< Where one does it.
    std::string does_words;        ///< "Record it"
};

/// Where somebody does what a duty asks: on the form of an item that meets it, or where the item stands that it is about.
struct ToDo {
    web::Link link;
    std::string words;
};
[[nodiscard]] ToDo to_do(const DutyStanding& standing);

/// All that is owed to some children, each child once, as the viewer may see it: the longest overdue first, what can't be worked out
/// last.
[[nodiscard]] std::vector<DueRow> due_of(const Duties& duties, const SeenBook& book, const std::vector<Holding>& held, Date today);

}  // namespace steadfast::record::pages
