#include "record/home/own_teams.hpp"

#include <algorithm>

namespace steadfast::record::pages {

std::vector<ledger::ItemId> own_teams(const SeenBook& book, const TeamTree& teams) {
    const auto led = teams.led_by(book.viewer().worker);
    const bool all = may(book.viewer(), Permission::see_every_child) && led.empty();
    std::vector<ledger::ItemId> own;
    for (const TeamTree::OneTeam& team : teams.teams())
        if (all || std::ranges::any_of(led, [&](ledger::ItemId top) { return teams.is_within(team.id, top); })) own.push_back(team.id);
    return own;
}

}  // namespace steadfast::record::pages
