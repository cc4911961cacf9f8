#pragma once

#include "law/code_set.hpp"
#include "ledger/entry.hpp"

#include <cstdint>
#include <string_view>

namespace steadfast::record {

/// What a worker does here. A role grants permissions; nothing else does.
extern const law::CodeSet role;

/// What somebody may do, whatever the child. Which children follows from relationship, restriction and seal.
enum class Permission : std::uint8_t {
    see_children,      ///< Read children's records, each reading logged.
    record_work,       ///< Save items about children.
    import_returns,    ///< Bring in statutory files.
    see_audit,         ///< Read the access log and what was recorded in error.
    keep_workers,      ///< Add workers, end their access.
    decide_contacts,   ///< Decide what follows from a contact: a qualified social worker or a manager.
    authorise_assessments,   ///< Sign off what others assessed; never one's own work.
    see_confidential_addresses,   ///< Every one; whoever recorded one sees it, whatever their role.
    keep_front_door,   ///< Say how the front door works: the public form, the number to ring.
};

/// Somebody, signed in. Nothing about a child is looked up except as one of these.
struct Viewer {
    ledger::WorkerId worker;
    std::string_view role_code;   ///< A code of `role`.
};

[[nodiscard]] bool may(const Viewer& viewer, Permission permission);

}  // namespace steadfast::record
