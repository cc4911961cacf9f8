#pragma once

#include "record/access/role.hpp"
#include "record/book/book.hpp"
#include "record/item/item_type.hpp"
#include "record/workers/worker.hpp"

#include <unordered_map>
#include <unordered_set>

namespace steadfast::record {

/// What is kept apart from every child's record (decisions 23 and 28): a network by which children are exploited, a case about an adult who works
/// with children. Its type says so (Apart::is_a_room). Whoever is not named for it finds neither it nor anything that belongs to it, whatever
/// their role: whoever began it is named, and names others.
struct Room {};

/// Somebody who is named for a room, for a time.
struct RoomPermit {
    Link<Room> room;
    Link<Worker> worker;
    std::optional<Date> from;
    std::optional<Date> to;
    Narrative why;
};

/// Who is named for which room, for all days.
class NamedForRooms {
public:
    explicit NamedForRooms(const Book& book);
    /// Worked out anew only where somebody was named or is no more.
    [[nodiscard]] static std::shared_ptr<const NamedForRooms> of(const Book& book);

    /// Named times end before their last day, like every permit.
    [[nodiscard]] bool is_named(ledger::WorkerId worker, ledger::ItemId room, Date day) const;

private:
    struct Named {
        std::optional<Date> from;
        std::optional<Date> to;
    };
    std::unordered_map<ledger::ItemId, std::unordered_map<ledger::WorkerId, std::vector<Named>>> named_;
};

/// The key of the field by which a row says its room. Networks were the first, and a key is for ever.
inline constexpr std::string_view field_of_the_room = "network";

/// The room that a row is or belongs to, as its type declares it. None for every other row; of one that should say its room and does not, no
/// room's id.
[[nodiscard]] std::optional<ledger::ItemId> room_of(const Book& book, const Found& found);

/// Whether it belongs to a room for which the viewer is not named: SeenBook asks of every row. What says no room is there for whoever recorded
/// it and for nobody else.
[[nodiscard]] bool is_in_a_room_closed_to(const Book& book, const Found& found, const Viewer& viewer);

}  // namespace steadfast::record

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::RoomPermit>();
