#pragma once

#include "base/instant.hpp"
#include "law/code_set.hpp"
#include "ledger/entry.hpp"

#include <cstdint>
#include <string_view>

namespace steadfast::record {

/// What a worker does here. A role grants permissions; nothing else does.
extern const law::CodeSet role;

/// What somebody may do, whatever the child. Which children follows from relationship, restriction and seal (SeenBook).
enum class Permission : std::uint8_t {
    see_children,          ///< Read children's records, each reading logged.
    record_work,           ///< Save items about children.
    import_returns,        ///< Bring in statutory files.
    see_audit,             ///< Read the access log and what was recorded in error.
    keep_workers,          ///< Add workers, end their access, keep the teams.
    see_every_child,       ///< Read any unrestricted record, where the council lets others read only what they have a part in.
    see_restricted,        ///< Read restricted records without being named.
    learn_of_restricted,   ///< Learn that a restricted record exists and whom to ring, so that nobody makes a second one.
    see_sealed,            ///< Be named for a sealed record. Alone it opens none.
    use_emergency_access,  ///< Open for a day, with a reason, what they have no part in.
    review_emergency_access,   ///< Be told of it, and say whether it was right.
    allocate,              ///< Give children their workers.
    decide_contacts,       ///< Decide what follows from a contact: a qualified social worker or a manager.
    authorise_assessments, ///< Sign off what others assessed; never one's own work.
    see_confidential_addresses,   ///< Every one; whoever recorded one sees it, whatever their role.
    keep_front_door,       ///< Say how the front door works: the public form, the number to ring.
    guard_records,         ///< Restrict a record, name who may see it, keep somebody out of it, seal it.
    see_who_looked,        ///< See who has looked at the record of a child that they may see.
    keep_settings,         ///< Say how people sign in.
    merge_records,         ///< Join two records of one person, and take that back.
    hold_children,         ///< Be one of the workers of a child: allocated, co-working, reviewing.
    hear_allegations,      ///< Begin a case about an adult who works with children. It opens none: a name does.
    keep_drafts,           ///< Have what they type kept until they save it.
};

/// Somebody, signed in, at the moment when they ask. Nothing about a child is looked up except as one of these.
struct Viewer {
    ledger::WorkerId worker;
    std::string_view role_code;   ///< A code of `role`.
    Instant now{};                ///< Allocations begin and end by it, and emergency access runs out by it.
};

[[nodiscard]] bool may(const Viewer& viewer, Permission permission);

}  // namespace steadfast::record
