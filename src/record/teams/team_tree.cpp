#include "record/teams/team_tree.hpp"

#include <algorithm>

namespace steadfast::record {
namespace {

/// Deeper than any council: where somebody made a circle of teams, looking upwards ends here.
constexpr int deepest = 20;

}  // namespace

TeamTree::TeamTree(const Book& book, Date today) {
    book.each_of(type_of<Team>(), [&](const Found& found) {
        OneTeam team{book.item_id(found), found.head().version, found.table->item<Team>(found.row)};
        (team.is_open_on(today) ? teams_ : closed_).push_back(std::move(team));
    });
    book.each_of(type_of<TeamMembership>(), [&](const Found& found) {
        auto membership = found.table->item<TeamMembership>(found.row);
        const bool lasts = membership.from && *membership.from <= today && (!membership.to || today < *membership.to);
        const OneTeam* const team = find(membership.team.item);
        if (!lasts || !team || !team->is_open_on(today)) return;
        members_.push_back({book.item_id(found), found.head().version, ledger::WorkerId(membership.worker.item.bytes()), membership.team.item,
                            membership.leads.value_or(false), membership.capacity, std::move(membership)});
    });
}

const TeamTree::OneTeam* TeamTree::find(ledger::ItemId team) const {
    for (const auto* all : {&teams_, &closed_})
        for (const OneTeam& one : *all)
            if (one.id == team) return &one;
    return nullptr;
}

std::string TeamTree::name_of(ledger::ItemId team) const {
    const OneTeam* const one = find(team);
    return one ? one->team.name : "";
}

std::vector<TeamTree::Member> TeamTree::members_of(ledger::ItemId team) const {
    std::vector<Member> of;
    std::copy_if(members_.begin(), members_.end(), std::back_inserter(of), [team](const Member& member) { return member.team == team; });
    return of;
}

std::vector<ledger::ItemId> TeamTree::teams_of(ledger::WorkerId worker) const {
    std::vector<ledger::ItemId> of;
    for (const Member& member : members_)
        if (member.worker == worker) of.push_back(member.team);
    return of;
}

std::vector<ledger::ItemId> TeamTree::led_by(ledger::WorkerId worker) const {
    std::vector<ledger::ItemId> of;
    for (const Member& member : members_)
        if (member.worker == worker && member.leads) of.push_back(member.team);
    return of;
}

bool TeamTree::is_within(ledger::ItemId team, ledger::ItemId whole) const {
    for (int up = 0; up < deepest && !team.is_none(); ++up) {
        if (team == whole) return true;
        const OneTeam* const one = find(team);
        if (!one) return false;
        team = one->team.part_of.item;
    }
    return false;
}

}  // namespace steadfast::record
