#pragma once

#include "demo/workplace.hpp"
#include "ledger/store.hpp"

#include <functional>
#include <string_view>

namespace steadfast::demo {

struct Made {
    std::size_t children = 0;   ///< With the records that stand there a second time.
    std::size_t people = 0;     ///< With the adults round them.
    std::size_t entries = 0;
};

/// What is being done, how far it has come and how far it goes.
using Progress = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

/// Fills an empty store with a council of invented people: families, what became of them, and who wrote it down when.
/// Families are told by as many threads as are said, and put away until all are there; then everything is recorded in the order of
/// its time. Uses the folder for temporary files, a gigabyte of it for a county. A store that was not filled to the end is empty.
/// Refuses a record that is not empty.
[[nodiscard]] Result<Made> make_council(const Workplace& place, ledger::Store& store, const Progress& progress = {}, unsigned threads = 2);

}  // namespace steadfast::demo
