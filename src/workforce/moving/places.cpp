#include "workforce/moving/places.hpp"

#include <algorithm>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <map>
#include <stdexcept>

namespace steadfast::workforce {
namespace {

using Graph = lemon::SmartDigraph;
using Flow = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

/// The more of a worker's places are taken, the more the next one costs, in so many steps.
constexpr std::int64_t steps_of_load = 10;

/// What one of each counts: all that comes after it in the order of what matters, taken together, is less than one of it.
struct Costs {
    std::int64_t of_a_favour;
    std::int64_t of_a_loss;
    std::int64_t of_nobody;

    Costs(std::int64_t children, std::int64_t most_loss)
        : of_a_favour(children * steps_of_load + 1),
          of_a_loss(children * of_a_favour + 1),
          of_nobody((children * most_loss + 1) * of_a_loss) {}
};

/// The network of one question.
class Network {
public:
    Network(std::size_t children, std::size_t workers, const Costs& costs)
        : costs_(costs), cost_(graph_), most_(graph_), supply_(graph_) {
        sink_ = graph_.addNode();
        everybody_ = graph_.addNode();
        nobody_ = graph_.addNode();
        for (std::size_t i = 0; i < workers; ++i) workers_.push_back(graph_.addNode());
        for (std::size_t i = 0; i < children; ++i) {
            children_.push_back(graph_.addNode());
            supply_[children_.back()] = 1;
            arc(children_.back(), nobody_, 1, costs.of_nobody);
        }
        const auto all = static_cast<std::int64_t>(children);
        supply_[sink_] = -all;
        arc(nobody_, sink_, all, 0);
    }

    void give_places(std::uint32_t worker, int places, std::optional<std::uint32_t> team) {
        if (places <= 0) return;
        arc(everybody_, workers_[worker], places, 0);
        if (team) arc(pool_of(*team), workers_[worker], places, 0);
        int before = 0;
        for (std::int64_t step = 0; step < steps_of_load && before < places; ++step) {
            const int until = static_cast<int>((step + 1) * places / steps_of_load);
            if (until > before) arc(workers_[worker], sink_, until - before, step);
            before = std::max(before, until);
        }
    }
    void may_go_to(std::size_t child, std::uint32_t worker, std::int64_t loss, bool is_favoured) {
        arc(children_[child], workers_[worker], 1, loss * costs_.of_a_loss - (is_favoured ? costs_.of_a_favour : 0));
    }
    void may_go_to_team(std::size_t child, std::uint32_t team, std::int64_t loss) {
        arc(children_[child], pool_of(team), 1, loss * costs_.of_a_loss);
    }
    void may_go_to_everybody(std::size_t child, std::int64_t loss) {
        arc(children_[child], everybody_, 1, loss * costs_.of_a_loss);
    }

    /// Where each child goes in a flow of least cost. A pool hands out its workers to the children that it was given in their order: they are
    /// alike to it, or they would not have come through it.
    std::vector<std::optional<std::uint32_t>> solve() {
        Flow flow(graph_);
        flow.upperMap(most_).costMap(cost_).supplyMap(supply_);
        if (flow.run() != Flow::OPTIMAL) throw std::logic_error("There is no flow, though every child can go to nobody.");
        std::map<Graph::Node, std::uint32_t> worker_at;
        for (std::uint32_t i = 0; i < workers_.size(); ++i) worker_at[workers_[i]] = i;
        std::map<Graph::Node, std::vector<std::uint32_t>> given_out;
        for (Graph::ArcIt one(graph_); one != lemon::INVALID; ++one)
            if (const auto to = worker_at.find(graph_.target(one)); to != worker_at.end() && is_pool(graph_.source(one)))
                given_out[graph_.source(one)].insert(given_out[graph_.source(one)].end(),
                                                     static_cast<std::size_t>(flow.flow(one)), to->second);
        std::vector<std::optional<std::uint32_t>> to(children_.size());
        for (std::size_t child = 0; child < children_.size(); ++child)
            for (Graph::OutArcIt one(graph_, children_[child]); one != lemon::INVALID; ++one) {
                if (flow.flow(one) == 0 || graph_.target(one) == nobody_) continue;
                if (const auto worker = worker_at.find(graph_.target(one)); worker != worker_at.end()) {
                    to[child] = worker->second;
                } else {
                    auto& waiting = given_out.at(graph_.target(one));
                    to[child] = waiting.back();
                    waiting.pop_back();
                }
            }
        return to;
    }

private:
    void arc(Graph::Node from, Graph::Node to, std::int64_t most, std::int64_t cost) {
        const auto added = graph_.addArc(from, to);
        most_[added] = most;
        cost_[added] = cost;
    }
    Graph::Node pool_of(std::uint32_t team) {
        const auto known = teams_.find(team);
        if (known != teams_.end()) return known->second;
        return teams_.emplace(team, graph_.addNode()).first->second;
    }
    [[nodiscard]] bool is_pool(Graph::Node node) const {
        return node == everybody_ || std::ranges::any_of(teams_, [&node](const auto& one) { return one.second == node; });
    }

    Costs costs_;
    Graph graph_;
    Graph::ArcMap<std::int64_t> cost_;
    Graph::ArcMap<std::int64_t> most_;
    Graph::NodeMap<std::int64_t> supply_;
    Graph::Node sink_;
    Graph::Node everybody_;
    Graph::Node nobody_;
    std::vector<Graph::Node> workers_;
    std::vector<Graph::Node> children_;
    std::map<std::uint32_t, Graph::Node> teams_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> Places::solve(const std::vector<int>& places, const Favours& favours) const {
    const Costs costs(static_cast<std::int64_t>(children_.size()), *std::ranges::max_element(losses_.of));
    Network network(children_.size(), workers_.size(), costs);
    for (std::uint32_t worker = 0; worker < workers_.size(); ++worker)
        network.give_places(worker, workers_[worker].stays_out ? 0 : places[worker], workers_[worker].team);
    const auto loss_of = [this](Knows how) { return std::int64_t{losses_.of[static_cast<std::size_t>(how)]}; };
    for (std::size_t i = 0; i < children_.size(); ++i) {
        const ChildToMove& child = children_[i];
        const auto favoured = i < favours.size() ? favours[i] : std::nullopt;
        const auto straight_to = [&](std::uint32_t worker) {
            if (may_take(child, worker, workers_[worker]))
                network.may_go_to(i, worker, loss_of(how_they_know(child, worker, workers_[worker])), favoured == worker);
        };
        if (child.decided) {
            straight_to(*child.decided);
        } else if (!child.not_with.empty()) {
            for (std::uint32_t worker = 0; worker < workers_.size(); ++worker) straight_to(worker);
        } else {
            for (const auto& known : child.known) straight_to(known.worker);
            if (favoured) straight_to(*favoured);
            if (child.team) network.may_go_to_team(i, *child.team, loss_of(Knows::same_team));
            network.may_go_to_everybody(i, loss_of(Knows::not_yet));
        }
    }
    return network.solve();
}

}  // namespace steadfast::workforce
