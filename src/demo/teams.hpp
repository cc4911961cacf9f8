#pragma once

#include "demo/scale.hpp"
#include "demo/staff.hpp"

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

/// The council's teams, the same for the same staff: the service first.
[[nodiscard]] std::vector<DemoTeam> teams_of(const Staff& staff, const Scale& scale);

/// Where a case waits for a worker: one of the teams that assess.
[[nodiscard]] const DemoTeam& team_that_assesses(const std::vector<DemoTeam>& teams, std::uint64_t family);

/// Records the teams and who is in them, on the day on which the council was founded.
void found_teams(Story& story, const Staff& staff, const std::vector<DemoTeam>& teams, Moment at);

}  // namespace steadfast::demo
