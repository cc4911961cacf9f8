#pragma once

#include "workforce/moving/moving.hpp"

namespace steadfast::workforce {

/// For each child the worker whom a tie goes to; none, or an empty list: nobody.
using Favours = std::vector<std::optional<std::uint32_t>>;

/// Children and workers' places as a network in which a flow of least cost says who goes where (LEMON's network simplex). Whoever knows a child is
/// reached straight; a whole team, and everybody else, through one node that all children share, so that the network grows with what is known and not
/// with children times workers.
class Places {
public:
    Places(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers, const Losses& losses)
        : children_(children), workers_(workers), losses_(losses) {}

    /// Each child's worker, so that nobody gets more children than they have places: the fewest children with nobody, then the least loss, then
    /// as many favours as can be, then an even load.
    [[nodiscard]] std::vector<std::optional<std::uint32_t>> solve(const std::vector<int>& places, const Favours& favours) const;

private:
    const std::vector<ChildToMove>& children_;
    const std::vector<WorkerWithRoom>& workers_;
    const Losses& losses_;
};

}  // namespace steadfast::workforce
