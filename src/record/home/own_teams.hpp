#pragma once

#include "record/access/seen_book.hpp"
#include "record/teams/team_tree.hpp"

#include <vector>

namespace steadfast::record::pages {

/// The teams that somebody may look at: those that they lead and what is part of these; all for a service's head.
[[nodiscard]] std::vector<ledger::ItemId> own_teams(const SeenBook& book, const TeamTree& teams);

}  // namespace steadfast::record::pages
