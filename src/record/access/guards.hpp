#pragma once

#include "record/people/person.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record {

// What keeps people out of a child's record, and what lets somebody in again. Each is about the children whom it guards.

/// Only those who are named, who work with the child, who supervise them, and governance may read the record.
struct Restriction {
    std::optional<Date> from;
    std::optional<Date> to;       ///< From this day on it holds no more.
    std::string ring;             ///< Whom the front door rings: a name or a post, and a number. Never the child's name.
    Narrative why;
};

/// What a permit opens.
extern const law::CodeSet permit_opens;

/// Somebody may read a record that is guarded.
struct Permit {
    Link<Worker> worker;
    Coded<permit_opens> opens;
    std::optional<Date> from;
    std::optional<Date> to;       ///< From this day on it holds no more.
    Narrative why;
};

/// A worker who must not know of a record: their own family's, a neighbour's. For them there is no such record, whatever
/// their role is.
struct ConflictOfInterest {
    Link<Worker> worker;
    std::optional<Date> from;
    std::optional<Date> to;       ///< From this day on it holds no more.
    Narrative why;
};

/// From the adoption order on the record of the child who was is closed to all but named adoption workers. The child
/// begins a new record, and only here stands which one.
/// (Adoption and Children Act 2002 s56 to s65; Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005.)
struct AdoptionSeal {
    std::optional<Date> from;
    Link<Person> becomes;
};

/// What the manager said of an emergency access.
extern const law::CodeSet emergency_access_was;

/// Somebody opened a record that they have no part in, said why, and could read it for a day.
struct EmergencyAccess {
    Link<Worker> worker;
    When began;
    std::string reason;
    Link<Worker> reviewed_by;
    When reviewed;
    Coded<emergency_access_was> was;
    std::string review_says;
};

inline constexpr std::int64_t emergency_access_seconds = 24 * 3600;

template <>
const ItemType& type_of<Restriction>();
template <>
const ItemType& type_of<Permit>();
template <>
const ItemType& type_of<ConflictOfInterest>();
template <>
const ItemType& type_of<AdoptionSeal>();
template <>
const ItemType& type_of<EmergencyAccess>();

}  // namespace steadfast::record
