#include "record/apart/seen_room.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace steadfast::record {

std::optional<Date> SeenRoom::closed() const {
    const auto field = found.type().ended_field();
    if (!field) return {};
    const Value value = found.table->value(found.row, *field);
    const Date* day = std::get_if<Date>(&value);
    return day ? std::optional(*day) : std::nullopt;
}

Result<SeenRoom> room_seen(const SeenBook& book, const ItemType& type, std::string_view one, ledger::ItemId id) {
    const auto found = book.item(id);
    if (!found || &found->type() != &type || !book.book().is_visible(*found->table, found->row))
        return refuse(Refusal::Kind::not_found, fmt::format("There is no such {}, or none for which you are named.", one),
                      "Choose one from the list of those for which you are.");
    return SeenRoom{id, *found};
}

std::vector<SeenRoom> rooms_seen(const SeenBook& book, const ItemType& type) {
    std::vector<SeenRoom> all;
    book.each_of(type, [&](const Found& found) { all.push_back({book.book().item_id(found), found}); });
    std::ranges::sort(all, {}, [](const SeenRoom& one) { return std::tuple(one.closed().has_value(), one.name(), one.id); });
    return all;
}

Result<Kept> kept_item(Record& record, const SeenBook& book, ledger::ItemId id) {
    const auto found = book.item(id);
    const bool is_one = found && room_of(book.book(), *found) && book.book().is_visible(*found->table, found->row);
    if (!is_one)
        return refuse(Refusal::Kind::not_found, "There is nothing of that kind, or nothing that you may see.",
                      "Go back to where it is kept.");
    const auto entry = record.latest_entry(book.book(), *found);
    if (!entry) return refuse(entry.error());
    auto content = read_entry(found->type(), *entry);
    if (!content) return refuse(content.error());
    return Kept{id, *found, std::move(*content)};
}

Result<std::vector<Kept>> kept_in(Record& record, const SeenBook& book, const SeenRoom& room, const ItemType& type) {
    std::vector<ledger::ItemId> ids;
    book.each_of(type, [&](const Found& found) {
        if (room_of(book.book(), found) == room.id) ids.push_back(book.book().item_id(found));
    });
    std::vector<Kept> all;
    for (const ledger::ItemId id : ids) {
        auto one = kept_item(record, book, id);
        if (!one) return refuse(one.error());
        all.push_back(std::move(*one));
    }
    std::ranges::stable_sort(all, std::greater<>(), [](const Kept& one) { return one.found.happened_on(); });
    return all;
}

std::vector<NamedForIt> named_for(const SeenBook& book, const SeenRoom& room, Date day) {
    std::vector<NamedForIt> all;
    book.each_of(type_of<RoomPermit>(), [&](const Found& found) {
        const auto permit = found.table->item<RoomPermit>(found.row);
        if (permit.room.item != room.id || (permit.to && *permit.to <= day)) return;
        all.push_back({found, ledger::WorkerId(permit.worker.item.bytes()), permit.from});
    });
    return all;
}

}  // namespace steadfast::record
