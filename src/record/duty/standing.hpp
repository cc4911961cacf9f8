#pragma once

#include "record/duty/duty.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A duty together with the period that its clock runs over, wherever that was declared.
struct BoundDuty {
    const Duty* duty = nullptr;
    const Period* period = nullptr;
};

/// Whether what met a duty was in the record by the day it was due.
enum class Recorded : std::uint8_t {
    by_then,
    late,
    not_known,   ///< Not done; or imported, or saved again since, so that the Book alone can't tell.
};

/// How one step of a duty towards one child stands.
struct DutyStanding {
    const Duty* duty = nullptr;
    const law::Timescale* law = nullptr;   ///< The version in force when the clock started.
    ledger::SubjectId child;
    ledger::ItemId over;                   ///< The item that the clock runs over, or the first of the chain.
    const ItemType* over_type = nullptr;
    std::optional<Date> ended;             ///< When the period ended, where it did.
    law::StepStanding step;
    std::optional<ledger::ItemId> met_by;  ///< The item that met it, or that shows that it was met.
    Recorded recorded = Recorded::not_known;
    std::optional<Date> recorded_on;       ///< The day on which that item was last saved.
    bool is_ended_otherwise = false;       ///< Of a step that ended or was missed: by what Duty::ended_by says.
    ledger::ItemId owed_by = {};           ///< The worker named in the item; none: whoever the child is allocated to.

    [[nodiscard]] std::string_view says() const { return law->says; }
    [[nodiscard]] std::string_view source() const { return law->source; }
    /// "due Mon 8 June 2026, in 3 working days"; "done 6 July 2026, in time; recorded late, on 20 July 2026".
    [[nodiscard]] std::string words(Date today) const;
    /// Still to be done, or not known whether it is: it belongs on somebody's list.
    [[nodiscard]] bool is_owed(Date today) const;
};

/// Every step of a duty towards a child, as seen on `today`, in no order. `items` are the child's, of the latest versions that
/// count: nothing withdrawn, gone or destroyed.
[[nodiscard]] std::vector<DutyStanding> standings_of(const Book& book, const BoundDuty& bound, ledger::SubjectId child,
                                                     std::span<const Found> items, Date today);

/// Whether an item can set a clock going, stop it or meet it: one that a refiled return no longer has, or that was
/// destroyed, says nothing any more.
[[nodiscard]] bool counts_for_duties(const Found& found);

}  // namespace steadfast::record
