#pragma once

#include "record/access/seen_book.hpp"
#include "record/apart/guard.hpp"
#include "record/item/body.hpp"
#include "record/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A room for which the viewer is named.
struct SeenRoom {
    ledger::ItemId id;
    Found found;

    /// By its type's first field of the summary.
    [[nodiscard]] std::string name() const { return found.type().summary(found.values()); }
    [[nodiscard]] std::optional<Date> began() const { return found.happened_on(); }
    [[nodiscard]] std::optional<Date> closed() const;
};

/// Refused as not found to everybody else, whatever their role. @param one what pages call such a room: "network".
[[nodiscard]] Result<SeenRoom> room_seen(const SeenBook& book, const ItemType& type, std::string_view one, ledger::ItemId id);
/// Those of a type for which the viewer is named, by name; closed ones last.
[[nodiscard]] std::vector<SeenRoom> rooms_seen(const SeenBook& book, const ItemType& type);

/// A room or one of the things that are kept in one, long texts too.
struct Kept {
    ledger::ItemId id;
    Found found;
    Content content;

    /// "The flat above the chip shop": the one line by which a thing is chosen.
    [[nodiscard]] std::string called() const { return found.type().summary(found.values()); }
};
/// The latest first.
[[nodiscard]] Result<std::vector<Kept>> kept_in(Record& record, const SeenBook& book, const SeenRoom& room, const ItemType& type);
[[nodiscard]] Result<Kept> kept_item(Record& record, const SeenBook& book, ledger::ItemId id);

/// Who is named for the room on a day, in the order in which they were.
struct NamedForIt {
    Found found;   ///< The naming.
    ledger::WorkerId worker;
    std::optional<Date> from;
};
[[nodiscard]] std::vector<NamedForIt> named_for(const SeenBook& book, const SeenRoom& room, Date day);

}  // namespace steadfast::record
