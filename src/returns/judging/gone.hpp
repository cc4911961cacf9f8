#pragma once

#include "returns/judging/matching.hpp"

namespace steadfast::returns {

/// By table of the layout: the rows of the Book's table that the files are about.
using Touched = std::vector<std::vector<bool>>;

/// Finds what the last import of the same return and year had and these files have not. Only tables that the files have
/// (or, of a form, have room for) are looked at, and of them not the children who wait or of whom a row was rejected:
/// what could not be read may well be what seems to be gone. An item that a later year's return has stays. A person who
/// is no longer described stays too; that is only said.
///
/// Where more than half of a hundred or more would be gone, the files are refused unless that is accepted: somebody has
/// taken a part of a return, or another council's, for the whole.
[[nodiscard]] Result<void> find_gone(const Matching& with, const Touched& touched, bool accept_gone);

/// Finds rows that are new while an item of the same child that is nearly the same is in no row: the key may have been
/// corrected. Nearly the same: its dates within 31 days, at most one other part of the key different, and two thirds of
/// what else either says the same.
void find_proposals(const Matching& with, const Touched& touched);

}  // namespace steadfast::returns
