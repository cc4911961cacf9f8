#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace steadfast::record {

/// Nodes that stand in rows, and edges that only ever lead down: from a row to a later one.
struct Layered {
    std::vector<std::size_t> row_of;                              ///< By node: 0 is the top row.
    std::vector<std::pair<std::size_t, std::size_t>> edges;      ///< From a node to one in a later row. Others are passed over.
};

/// Where each node stands from left to right so that few edges cross and they are short, in nodes' widths: two in one row are at
/// least one apart. Laid out by Graphviz, whose library is not made for several threads: callers wait for one another.
/// None where it could not: then there is no drawing. At most `most_nodes`, because its time grows fast.
[[nodiscard]] std::optional<std::vector<double>> laid_out(const Layered& layered);

constexpr std::size_t most_nodes_laid_out = 400;

}  // namespace steadfast::record
