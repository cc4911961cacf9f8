#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Who takes over the children of a worker who leaves, is away for long, or whose team is drawn anew: with the fewest relationships broken, and
// nobody given more than they can carry. A proposal: a person decides, child by child. (Decision 29.)
namespace steadfast::workforce {

/// How a worker knows a child, the closest first.
enum class Knows : std::uint8_t { is_their_worker, works_with_them, holds_a_sibling, was_their_worker, same_team, not_yet };
constexpr std::size_t ways_to_know = 6;
/// "Is their worker now", "Holds their brother or sister".
[[nodiscard]] std::string_view words(Knows how);

/// A child who needs a worker. Workers are named by their place in the list of them.
struct ChildToMove {
    std::uint32_t family = 0;  ///< The same for brothers and sisters.
    std::int32_t weight = 100;  ///< How much of a worker's room the child takes, in hundredths of a case. Above 0.
    struct Known {
        std::uint32_t worker = 0;
        Knows how = Knows::not_yet;
    };
    std::vector<Known> known;  ///< Who knows them beyond their team; the closest counts where one is named twice.
    std::optional<std::uint32_t> team;  ///< Of the child: whoever belongs to it knows them a little.
    std::vector<std::uint32_t> not_with;  ///< Who may not be theirs: kept out of the record, or somebody said no.
    std::optional<std::uint32_t> decided;  ///< Somebody decided that it is this one, whatever else holds but their room.
};

struct WorkerWithRoom {
    std::int32_t room = 0;  ///< What they can take on, in hundredths of a case; nothing where it is 0 or less.
    std::optional<std::uint32_t> team;
    bool stays_out = false;  ///< Leaves, is away, or somebody said to try it without them.
};

/// What each way to know is worth: how much is lost where such a worker takes the child. A council's settings; whole numbers from 0 to 1,000,
/// more for whoever knows the child less.
struct Losses {
    std::array<std::int32_t, ways_to_know> of{0, 1, 2, 3, 6, 8};
};

/// Where one child goes.
struct Move {
    std::optional<std::uint32_t> to;  ///< None: nobody who may has room.
    Knows how = Knows::not_yet;
};

struct MovingPlan {
    std::vector<Move> moves;  ///< In the order of the children.
    std::size_t with_nobody = 0;
    std::int64_t loss = 0;  ///< Of all who got somebody.
    std::array<std::size_t, ways_to_know> known_so{};  ///< How many got somebody who knows them so.
    std::size_t families_apart = 0;  ///< Whose children got more than one worker.
    std::vector<std::int32_t> taken;  ///< By each worker, in hundredths of a case.
};

/// The plan that leaves the fewest children with nobody; of those the one that loses least; of those one that keeps brothers and sisters with one
/// worker and spreads the load.
///
/// Where every child weighs the same, the first two are exact: a flow of least cost. Where weights differ the flow counts places, and whoever it
/// gives too much loses a place until nobody has too much: nobody ever gets more than their room, and the loss is near the least. Brothers and
/// sisters are kept together among plans that lose the same, by solving again with a little less for the worker who has most of a family: near,
/// and never at the price of a relationship.
/// Throws std::invalid_argument where a worker is named who is not in the list, or a weight or a loss is out of range.
[[nodiscard]] MovingPlan plan_moves(const std::vector<ChildToMove>& children, const std::vector<WorkerWithRoom>& workers,
                                    const Losses& losses = {});

/// How a worker knows a child, of all that is said of it.
[[nodiscard]] Knows how_they_know(const ChildToMove& child, std::uint32_t worker, const WorkerWithRoom& of);
/// Whether a worker may be given a child, whatever their room.
[[nodiscard]] bool may_take(const ChildToMove& child, std::uint32_t worker, const WorkerWithRoom& of);

}  // namespace steadfast::workforce
