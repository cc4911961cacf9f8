#pragma once

#include "demo/council.hpp"
#include "demo/pigeonholes.hpp"

namespace steadfast::demo {

/// Tells the council's founding and then one family after the other, until there are as many people as its scale says, and puts away
/// what they saved. The same for the same order, however many threads tell.
[[nodiscard]] Result<Made> tell_council(const Workplace& place, Pigeonholes& pigeonholes, const Progress& progress, unsigned threads);

}  // namespace steadfast::demo
