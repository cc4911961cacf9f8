#pragma once

#include "record/access/guards.hpp"
#include "record/access/seen_book.hpp"

#include <optional>
#include <vector>

namespace steadfast::record {

/// One emergency access, as it stands.
struct EmergencyOpened {
    ledger::ItemId id;
    std::uint32_t version = 0;
    ledger::SubjectId child;
    EmergencyAccess access;

    [[nodiscard]] Instant began_at() const;
    [[nodiscard]] Instant until() const { return began_at().plus_seconds(emergency_access_seconds); }
    [[nodiscard]] bool is_reviewed() const { return access.was.is_recorded(); }
};

/// Those that the viewer is to look at, or looked at, the latest first: of the people they manage; all of them for whoever
/// guards records. Never their own, and none of a child of whom they must not know.
[[nodiscard]] std::vector<EmergencyOpened> emergencies_to_review(const SeenBook& book);
/// The same for one; none where it is not theirs to look at.
[[nodiscard]] std::optional<EmergencyOpened> emergency_to_review(const SeenBook& book, ledger::ItemId id);
/// Until when the viewer may read a child's record by emergency access; none where they opened none that still lasts.
[[nodiscard]] std::optional<Instant> own_emergency_until(const SeenBook& book, ledger::SubjectId child);

}  // namespace steadfast::record
