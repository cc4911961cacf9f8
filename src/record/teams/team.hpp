#pragma once

#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record {

/// Workers who share a manager and a kind of work. Teams may be part of others, up to the whole service.
struct Team {
    std::string name;
    std::string does;             ///< What it does, in a few words: "Assessment, north".
    Link<Team> part_of;           ///< The team or service above it; none at the top.
    std::optional<Date> closed;   ///< From this day on nobody is in it.
};

/// A time in which somebody is in a team. Somebody may be in several at once.
struct TeamMembership {
    Link<Worker> worker;
    Link<Team> team;
    std::optional<Date> from;
    std::optional<Date> to;       ///< From this day on they are not in it any more.
    std::optional<bool> leads;    ///< Manages the team, and so supervises its members and those of the teams below it.
    std::optional<std::int32_t> capacity;   ///< How many children they are expected to hold there; none where nobody said.
};

template <>
const ItemType& type_of<Team>();
template <>
const ItemType& type_of<TeamMembership>();

}  // namespace steadfast::record
