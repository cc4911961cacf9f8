#include "record/duty/in_time.hpp"

#include "record/allocation/caseloads.hpp"
#include "record/teams/team_tree.hpp"

#include <algorithm>
#include <unordered_map>

namespace steadfast::record {
namespace {

/// Which team answered for a child on a day, each child looked up once.
class TeamsOfChildren {
public:
    explicit TeamsOfChildren(const Book& book) : book_(book) {}

    ledger::ItemId on(ledger::SubjectId child, Date day) {
        const auto [place, is_new] = allocations_.try_emplace(child);
        if (is_new) place->second = allocations_of(book_, child);
        return team_on(place->second, day);
    }

private:
    const Book& book_;
    std::unordered_map<ledger::SubjectId, std::vector<PastAllocation>> allocations_;
};

InTime by_team(std::vector<DutyStanding> behind, TeamsOfChildren& teams, const TeamTree& tree, Date from, Date to, Date today, ledger::ItemId team) {
    InTime result;
    std::vector<DutyStanding> counted;
    for (DutyStanding& standing : behind) {
        const ledger::ItemId answered = teams.on(standing.child, standing.step.due.value_or(today));
        if (!team.is_none() && (answered.is_none() || !tree.is_within(answered, team))) continue;
        auto row = std::ranges::find(result.teams, answered, &InTime::OfTeam::team);
        if (row == result.teams.end()) row = result.teams.insert(row, {answered, {}});
        row->tally.count(standing.step.state);
        counted.push_back(std::move(standing));
    }
    result.performance = performance_from(std::move(counted), from, to);
    return result;
}

}  // namespace

std::vector<InTime> in_time(const Book& book, std::span<const BoundDuty> duties, Date from, Date to, Date today, ledger::ItemId team) {
    TeamsOfChildren teams(book);
    const TeamTree tree(book, today);
    std::vector<InTime> all;
    for (Performance& whole : performances_of(book, duties, from, to, today))
        all.push_back(by_team(std::move(whole.behind), teams, tree, from, to, today, team));
    return all;
}

InTime in_time(const Book& book, const BoundDuty& bound, Date from, Date to, Date today, ledger::ItemId team) {
    return std::move(in_time(book, {&bound, 1}, from, to, today, team).front());
}

}  // namespace steadfast::record
