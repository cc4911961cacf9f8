#include "record/apart/guard.hpp"

#include "law/london.hpp"
#include "record/book/derived_from.hpp"

#include <algorithm>

namespace steadfast::record {

NamedForRooms::NamedForRooms(const Book& book) {
    book.each_of(type_of<RoomPermit>(), [this](const Found& found) {
        const auto permit = found.table->item<RoomPermit>(found.row);
        named_[permit.room.item][ledger::WorkerId(permit.worker.item.bytes())].push_back({permit.from, permit.to});
    });
}

std::shared_ptr<const NamedForRooms> NamedForRooms::of(const Book& book) { return derived_from<NamedForRooms, RoomPermit>(book); }

bool NamedForRooms::is_named(ledger::WorkerId worker, ledger::ItemId room, Date day) const {
    const auto workers = named_.find(room);
    if (workers == named_.end()) return false;
    const auto times = workers->second.find(worker);
    return times != workers->second.end() && std::ranges::any_of(times->second, [day](const Named& one) {
               return one.from && *one.from <= day && (!one.to || day < *one.to);
           });
}

std::optional<ledger::ItemId> room_of(const Book& book, const Found& found) {
    // Asked of every row that anybody reads, so nearly every type answers by its declaration alone.
    switch (found.type().apart()) {
        case Apart::no: return std::nullopt;
        case Apart::is_a_room: return book.item_id(found);
        case Apart::in_a_room: break;
    }
    const auto link = found.type().position(field_of_the_room);
    if (!link) return ledger::ItemId();
    const Value value = found.table->value(found.row, *link);
    const auto* room = std::get_if<ledger::ItemId>(&value);
    return room ? *room : ledger::ItemId();
}

bool is_in_a_room_closed_to(const Book& book, const Found& found, const Viewer& viewer) {
    const auto room = room_of(book, found);
    if (!room) return false;
    if (room->is_none()) return book.recorded_by(found) != viewer.worker;
    return !NamedForRooms::of(book)->is_named(viewer.worker, *room, law::london_date(viewer.now));
}

template <>
const ItemType& type_of<RoomPermit>() {
    static const ItemType type({.key = "exploitation_network_permit",
                                .name = "Named for what is kept apart",
                                .plural = "People named for what is kept apart",
                                .happened = "from",
                                .ended = "to",
                                .summary = {"from"},
                                .written = Written::by_its_room,
                                .tells = Tells::what_is_planned,
                                .goes_out = GoesOut::never,
                                .apart = Apart::in_a_room},
                               {
                                   field<&RoomPermit::room>(field_of_the_room, "For what"),
                                   field<&RoomPermit::worker>("worker", "Worker"),
                                   field<&RoomPermit::from>("from", "From").required(),
                                   field<&RoomPermit::to>("to", "Until"),
                                   field<&RoomPermit::why>("why", "Why they are named").required(),
                               });
    return type;
}

}  // namespace steadfast::record
