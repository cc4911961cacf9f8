#pragma once

#include "record/teams/team.hpp"

namespace steadfast::record {

/// As what a worker works with a child.
extern const law::CodeSet allocated_as;

/// A time in which a worker works with one child, or in which a team has the child and nobody in it yet. Brothers and sisters
/// have one each, so that each can be ended and handed over alone. What the yearly return says about social workers is apart
/// (practice/allocation).
struct Allocation {
    Link<Worker> worker;          ///< None: the child waits in the team for somebody.
    Link<Team> team;              ///< Whose work it is: the worker's team on that day.
    Coded<allocated_as> as_what;
    std::optional<Date> from;
    std::optional<Date> to;       ///< From this day on they do not work with the child any more.
    std::string why_began;
    std::string why_ended;
};

template <>
const ItemType& type_of<Allocation>();

/// Whether the worker's team shares this work: a colleague picks it up on a day off. A chair or a panel's member answers for
/// themselves alone, and independence from the team is the point of a reviewing officer (CA 1989 s25A; IRO handbook 2010).
[[nodiscard]] bool is_shared_with_team(std::string_view allocated_as_code);
/// Whether this is the one worker who answers for the child's case. A child has one such at a time.
[[nodiscard]] bool is_main_worker(std::string_view allocated_as_code);

}  // namespace steadfast::record
