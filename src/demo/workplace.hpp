#pragma once

#include "demo/scale.hpp"
#include "demo/staff.hpp"
#include "demo/teams.hpp"

#include <unordered_map>

namespace steadfast::demo {

/// Where the stories' workers work: who there is, in which teams, and how well they keep their record. Read by many threads at once.
class Workplace {
public:
    explicit Workplace(const Order& order);
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    [[nodiscard]] const Order& order() const { return order_; }
    [[nodiscard]] const Scale& scale() const { return order_.scale(); }
    [[nodiscard]] const Staff& staff() const { return staff_; }
    [[nodiscard]] const std::vector<DemoTeam>& teams() const { return teams_; }
    [[nodiscard]] const DemoTeam* team_with(ledger::WorkerId worker) const;   ///< None for those who are in no team.

private:
    Order order_;
    Staff staff_;
    std::vector<DemoTeam> teams_;
    std::unordered_map<ledger::WorkerId, std::size_t> team_of_;
};

}  // namespace steadfast::demo
