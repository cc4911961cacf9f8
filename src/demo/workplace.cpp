#include "demo/workplace.hpp"

namespace steadfast::demo {

Workplace::Workplace(const Order& order) : order_(order), staff_(order), teams_(teams_of(staff_, order.scale())) {
    for (std::size_t i = 0; i < teams_.size(); ++i)
        for (const Colleague* const member : teams_[i].members) team_of_.try_emplace(member->id, i);
}

const DemoTeam* Workplace::team_with(ledger::WorkerId worker) const {
    const auto found = team_of_.find(worker);
    return found == team_of_.end() ? nullptr : &teams_[found->second];
}

}  // namespace steadfast::demo
