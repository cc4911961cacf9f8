#pragma once

#include "demo/case.hpp"

#include <string>
#include <vector>

namespace steadfast::demo {

/// A team of the invented council and who is in it.
struct DemoTeam {
    ledger::ItemId id;
    std::string name;
    std::string does;
    int part_of = -1;   ///< Its place in the list; none for the service as a whole.
    const Colleague* leader = nullptr;
    std::vector<const Colleague*> members;
};

/// The council's teams, the same for the same staff.
[[nodiscard]] std::vector<DemoTeam> teams_of(const Staff& staff);

/// Records the teams and who is in them, on the day on which the council was founded.
void found_teams(Story& story, const Staff& staff, Moment at);

/// Who worked with each child from the decision on until the case was closed, each change of worker; who still waits for one;
/// and now and then a record that is restricted. (teams.cpp)
void tell_allocations(const Case& what, const std::vector<OpenReferral>& referrals, Date decided);

}  // namespace steadfast::demo
