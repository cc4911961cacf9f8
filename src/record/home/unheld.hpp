#pragma once

#include "record/duty/stage.hpp"

#include <vector>

namespace steadfast::record::pages {

/// A child with work that goes on, whom no worker holds and for whom no team has been asked to find one.
struct Unheld {
    SeenChild child;
    Stage stage;
};

/// All of them whom the viewer may see: what has gone on longest without anybody first, and what nobody dated before that.
[[nodiscard]] std::vector<Unheld> held_by_nobody(const Duties& duties, const SeenBook& book, Date today);

}  // namespace steadfast::record::pages
