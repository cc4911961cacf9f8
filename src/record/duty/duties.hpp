#pragma once

#include "record/access/seen_book.hpp"
#include "record/duty/standing.hpp"
#include "record/slice.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Every duty of some slices, each bound to its period. A duty over a period that no slice keeps is left out: whoever
/// takes a slice away takes away what could set that clock going. The slices must outlive it.
class Duties {
public:
    /// Throws where two duties have one key or two slices keep periods of one name.
    explicit Duties(std::span<const Slice* const> slices);

    [[nodiscard]] std::span<const BoundDuty> all() const { return bound_; }
    [[nodiscard]] std::optional<BoundDuty> find(std::string_view timescale_key) const;
    /// The period that a slice keeps under a name; null where none does.
    [[nodiscard]] const Period* period(const PeriodName& name) const;
    /// The types of whatever can set a clock going, stop it or meet it.
    [[nodiscard]] const WantedTypes& concerned() const { return concerned_; }

private:
    std::vector<BoundDuty> bound_;
    std::vector<const Period*> periods_;
    WantedTypes concerned_;
};

/// What is owed to a child as seen on `today`: overdue first, then what can't be worked out, then by the day it is due.
/// Only what the viewer may see sets a clock going, stops it or meets it.
[[nodiscard]] std::vector<DutyStanding> duties_of(const Duties& duties, const SeenBook& book, const SeenChild& child, Date today);

/// The same with every step that was done, or that the end of a period made needless.
[[nodiscard]] std::vector<DutyStanding> duties_ever_of(const Duties& duties, const SeenBook& book, const SeenChild& child,
                                                       Date today);

}  // namespace steadfast::record
