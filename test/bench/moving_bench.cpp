// How long a plan takes that moves 5,000 children among 400 workers.
#include "figure.hpp"

#include "workforce/moving/moving.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <random>

namespace steadfast::bench {
namespace {

using namespace workforce;

constexpr std::size_t children_in_all = 5'000;
constexpr std::size_t workers_in_all = 400;
constexpr int teams = 40;

struct Council {
    std::vector<ChildToMove> children{children_in_all};
    std::vector<WorkerWithRoom> workers{workers_in_all};
};

/// Brothers and sisters by twos, each child known to a few workers.
Council some_council(bool all_weigh_the_same) {
    std::mt19937 chance(1);
    const auto between = [&chance](int least, int most) { return std::uniform_int_distribution(least, most)(chance); };
    const auto any_worker = [&] { return static_cast<std::uint32_t>(between(0, static_cast<int>(workers_in_all) - 1)); };
    Council council;
    for (WorkerWithRoom& worker : council.workers) {
        worker.room = 100 * between(6, 18);
        worker.team = static_cast<std::uint32_t>(between(0, teams - 1));
    }
    for (std::size_t i = 0; i < council.children.size(); ++i) {
        ChildToMove& child = council.children[i];
        child.family = static_cast<std::uint32_t>(i / 2);
        child.team = static_cast<std::uint32_t>(between(0, teams - 1));
        for (int known = between(1, 4); known > 0; --known)
            child.known.push_back({any_worker(), static_cast<Knows>(between(0, 3))});
        if (between(1, 50) == 1) child.not_with.push_back(any_worker());
        if (!all_weigh_the_same) child.weight = 25 * between(2, 8);
    }
    return council;
}

double seconds_of_a_plan(const Council& council) {
    const double began = seconds();
    (void)plan_moves(council.children, council.workers);
    return seconds() - began;
}

/// The same library on the plain network: an arc from every child to every worker.
double seconds_of_the_plain_network(const Council& council) {
    const double began = seconds();
    lemon::SmartDigraph graph;
    lemon::SmartDigraph::ArcMap<int> most(graph);
    lemon::SmartDigraph::ArcMap<int> cost(graph);
    lemon::SmartDigraph::NodeMap<int> supply(graph);
    const auto sink = graph.addNode();
    supply[sink] = -static_cast<int>(children_in_all);
    const auto arc = [&](auto from, auto to, int most_on_it, int costs) {
        const auto added = graph.addArc(from, to);
        most[added] = most_on_it;
        cost[added] = costs;
    };
    std::vector<lemon::SmartDigraph::Node> workers;
    for (const WorkerWithRoom& worker : council.workers) {
        workers.push_back(graph.addNode());
        arc(workers.back(), sink, worker.room / 100, 0);
    }
    for (const ChildToMove& child : council.children) {
        const auto node = graph.addNode();
        supply[node] = 1;
        arc(node, sink, 1, 1'000);
        for (std::uint32_t worker = 0; worker < workers.size(); ++worker)
            if (may_take(child, worker, council.workers[worker]))
                arc(node, workers[worker], 1,
                    Losses().of[static_cast<std::size_t>(how_they_know(child, worker, council.workers[worker]))]);
    }
    lemon::NetworkSimplex<lemon::SmartDigraph, int, int> flow(graph);
    flow.upperMap(most).costMap(cost).supplyMap(supply).run();
    return seconds() - began;
}

void run() {
    const Council alike = some_council(true);
    const double plain = seconds_of_the_plain_network(alike);
    print({.name = "a plan for 5,000 children of one weight and 400 workers",
           .figure = seconds_of_a_plan(alike),
           .unit = "s",
           .reference = plain,
           .reference_name = "LEMON, every pair an arc",
           .target = 1,
           .less_is_better = true});
    print({.name = "the same where children weigh differently",
           .figure = seconds_of_a_plan(some_council(false)),
           .unit = "s",
           .target = 1,
           .less_is_better = true});
}

}  // namespace
}  // namespace steadfast::bench

int main() {
    steadfast::bench::run();
    return 0;
}
