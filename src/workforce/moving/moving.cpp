#include "workforce/moving/moving.hpp"

#include "workforce/moving/places.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>
#include <tuple>

namespace steadfast::workforce {
namespace {

constexpr int most_rounds_for_families = 4;
constexpr std::int32_t largest_loss = 1'000;

void check(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers, const Losses& losses) {
    const auto is_there = [&workers](std::uint32_t worker) { return worker < workers.size(); };
    for (const ChildToMove& child : children) {
        const bool all_are_there = std::ranges::all_of(child.known, [&](const auto& one) { return is_there(one.worker); }) &&
                                   std::ranges::all_of(child.not_with, is_there) && (!child.decided || is_there(*child.decided));
        if (!all_are_there) throw std::invalid_argument("A child names a worker who is not in the list.");
        if (child.weight <= 0) throw std::invalid_argument("A child weighs nothing.");
    }
    if (std::ranges::any_of(losses.of, [](std::int32_t loss) { return loss < 0 || loss > largest_loss; }))
        throw std::invalid_argument("A loss is not from 0 to 1,000.");
}

std::int32_t room_of(const WorkerWithRoom& worker) { return worker.stays_out ? 0 : std::max(0, worker.room); }

/// How many children each can take, as children weigh on average: exactly, where they all weigh the same, and one more where they do not, because
/// some are lighter.
std::vector<int> places_to_begin_with(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers) {
    std::vector<int> places(workers.size());
    if (children.empty()) return places;
    std::int64_t all = 0;
    for (const ChildToMove& child : children) all += child.weight;
    const auto count = static_cast<std::int64_t>(children.size());
    const bool is_one_weight =
        std::ranges::all_of(children, [&](const ChildToMove& child) { return child.weight == children.front().weight; });
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const std::int32_t room = room_of(workers[i]);
        places[i] = static_cast<int>(std::int64_t{room} * count / all) + (is_one_weight || room == 0 ? 0 : 1);
    }
    return places;
}

std::vector<std::int32_t> taken_in(const std::vector<std::optional<std::uint32_t>>& to, const std::vector<ChildToMove>& children,
                                   std::size_t workers) {
    std::vector<std::int32_t> taken(workers);
    for (std::size_t i = 0; i < to.size(); ++i)
        if (to[i]) taken[*to[i]] += children[i].weight;
    return taken;
}

/// Solves, and takes a place from whoever got too much, until nobody has.
std::vector<std::optional<std::uint32_t>> within_all_rooms(const Places& places_for, std::vector<int>& places,
                                                           const std::vector<ChildToMove>& children,
                                                           const std::vector<WorkerWithRoom>& workers, const Favours& favours) {
    for (;;) {
        auto to = places_for.solve(places, favours);
        const auto taken = taken_in(to, children, workers.size());
        std::vector<int> got(workers.size());
        for (const auto& one : to)
            if (one) ++got[*one];
        bool is_too_much = false;
        for (std::size_t i = 0; i < workers.size(); ++i)
            if (taken[i] > room_of(workers[i])) {
                places[i] = got[i] - 1;
                is_too_much = true;
            }
        if (!is_too_much) return to;
    }
}

/// What the count of places left out, because it counts all children alike: whoever still fits somewhere goes where least is lost, the heaviest first.
void fill_what_is_left(std::vector<std::optional<std::uint32_t>>& to, const std::vector<ChildToMove>& children,
                       const std::vector<WorkerWithRoom>& workers, const Losses& losses) {
    auto taken = taken_in(to, children, workers.size());
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < to.size(); ++i)
        if (!to[i]) left.push_back(i);
    std::ranges::stable_sort(left, std::greater<>(), [&children](std::size_t i) { return children[i].weight; });
    for (const std::size_t i : left) {
        std::optional<std::uint32_t> best;
        for (std::uint32_t worker = 0; worker < workers.size(); ++worker) {
            if (!may_take(children[i], worker, workers[worker]) || taken[worker] + children[i].weight > room_of(workers[worker]))
                continue;
            const auto lost = [&](std::uint32_t one) {
                return losses.of[static_cast<std::size_t>(how_they_know(children[i], one, workers[one]))];
            };
            if (!best || lost(worker) < lost(*best)) best = worker;
        }
        if (best) taken[*best] += children[i].weight;
        to[i] = best;
    }
}

/// The worker who has most of each family that is apart.
Favours with_most_of_a_family(const std::vector<std::optional<std::uint32_t>>& to, const std::vector<ChildToMove>& children) {
    std::map<std::uint32_t, std::map<std::uint32_t, int>> has;
    for (std::size_t i = 0; i < to.size(); ++i)
        if (to[i]) ++has[children[i].family][*to[i]];
    Favours favours(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto family = has.find(children[i].family);
        if (family == has.end()) continue;
        favours[i] = std::ranges::max_element(family->second, {}, [](const auto& one) { return one.second; })->first;
    }
    return favours;
}

std::size_t families_apart(const std::vector<std::optional<std::uint32_t>>& to, const std::vector<ChildToMove>& children) {
    std::map<std::uint32_t, std::uint32_t> first;
    std::map<std::uint32_t, bool> is_apart;
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (!to[i]) continue;
        const auto [known, is_new] = first.emplace(children[i].family, *to[i]);
        if (!is_new && known->second != *to[i]) is_apart[children[i].family] = true;
    }
    return is_apart.size();
}

MovingPlan told(const std::vector<std::optional<std::uint32_t>>& to, const std::vector<ChildToMove>& children,
                const std::vector<WorkerWithRoom>& workers, const Losses& losses) {
    MovingPlan plan;
    plan.taken = taken_in(to, children, workers.size());
    plan.families_apart = families_apart(to, children);
    for (std::size_t i = 0; i < to.size(); ++i) {
        Move move{.to = to[i]};
        if (!to[i]) {
            ++plan.with_nobody;
        } else {
            move.how = how_they_know(children[i], *to[i], workers[*to[i]]);
            ++plan.known_so[static_cast<std::size_t>(move.how)];
            plan.loss += losses.of[static_cast<std::size_t>(move.how)];
        }
        plan.moves.push_back(move);
    }
    return plan;
}

bool is_better(const MovingPlan& one, const MovingPlan& than) {
    return std::tuple(one.with_nobody, one.loss, one.families_apart) <
           std::tuple(than.with_nobody, than.loss, than.families_apart);
}

}  // namespace

std::string_view words(Knows how) {
    switch (how) {
        case Knows::is_their_worker: return "Is their worker now";
        case Knows::works_with_them: return "Works with them already";
        case Knows::holds_a_sibling: return "Holds their brother or sister";
        case Knows::was_their_worker: return "Was their worker before";
        case Knows::same_team: return "Is of their team";
        case Knows::not_yet: break;
    }
    return "Does not know them yet";
}

Knows how_they_know(const ChildToMove& child, std::uint32_t worker, const WorkerWithRoom& of) {
    Knows how = child.team && child.team == of.team ? Knows::same_team : Knows::not_yet;
    for (const auto& known : child.known)
        if (known.worker == worker) how = std::min(how, known.how);
    return how;
}

bool may_take(const ChildToMove& child, std::uint32_t worker, const WorkerWithRoom& of) {
    if (of.stays_out) return false;
    if (child.decided) return *child.decided == worker;
    return std::ranges::find(child.not_with, worker) == child.not_with.end();
}

MovingPlan plan_moves(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers,
                      const Losses& losses) {
    check(children, workers, losses);
    const Places places_for(children, workers, losses);
    std::vector<int> places = places_to_begin_with(children, workers);
    const auto solved = [&](const Favours& favours) {
        auto to = within_all_rooms(places_for, places, children, workers, favours);
        fill_what_is_left(to, children, workers, losses);
        return to;
    };
    auto to = solved({});
    MovingPlan best = told(to, children, workers, losses);
    for (int round = 0; round < most_rounds_for_families && best.families_apart > 0; ++round) {
        to = solved(with_most_of_a_family(to, children));
        MovingPlan next = told(to, children, workers, losses);
        if (!is_better(next, best)) break;
        best = std::move(next);
    }
    return best;
}

}  // namespace steadfast::workforce
