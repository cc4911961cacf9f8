#pragma once

#include "record/apart/seen_room.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/page_parts.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace steadfast::record::apart {

/// What is kept in a room of a kind.
struct KeptKind {
    std::string_view key;   ///< In addresses: "place".
    const ItemType* type;
    std::string_view add;    ///< "Add a place"
    std::string_view none;   ///< Why there is nothing, and what would fill it.
};

/// A kind of room, as its pages show it: a list, a page for each, forms with their drafts, who is named for it, and those that nobody can open
/// any more (decision 28). Lives as long as the program.
struct RoomKind {
    web::Link list;  ///< "/networks": the others stand below it.
    const ItemType* type = nullptr;
    std::string_view one;  ///< In a sentence: "network".
    std::string_view plural;  ///< At a sentence's start: "Networks".
    std::string_view about;  ///< What such a room is for, on the list.
    std::string_view begin;  ///< "Begin a network"
    int order = 0;  ///< In the navigation.
    Permission may_begin = Permission::record_work;
    Permission needs = Permission::see_children;  ///< To open the list at all…
    Permission offered_to = Permission::see_children;  ///< …and to find it in the navigation.
    std::vector<KeptKind> kept;
    /// What stands on its page above what is kept in it.
    std::function<web::Html(Record&, const pages::Visit&, const SeenRoom&)> above = {};
    /// What to see at once of something kept: that it is late.
    std::function<web::Html(const pages::Visit&, const Kept&)> marks = {};
    /// Fills a form that adds something, as its address asks.
    std::function<void(Record&, const pages::Visit&, const SeenRoom&, pages::ItemForm&)> fills = {};

    [[nodiscard]] const KeptKind* find(std::string_view key) const;
};

/// Every page of a kind of room.
void add_room_pages(Record& record, pages::PageParts& parts, const RoomKind& kind);

/// The room that an address names as "id". Refused as not found to whoever is not named for it.
[[nodiscard]] Result<SeenRoom> asked_room(const pages::Visit& visit, const RoomKind& kind);
/// A page of a room: one line in the access log for it, and none in a child's, because lines of several children at one moment would say who
/// belongs together.
[[nodiscard]] pages::Page page_of_room(std::string title, const RoomKind& kind, const SeenRoom& room);

// The parts of add_room_pages.
void add_room_form_pages(Record& record, pages::PageParts& parts, const RoomKind& kind);
void add_naming_pages(Record& record, pages::PageParts& parts, const RoomKind& kind);
void add_unopened_rooms(Record& record, pages::PageParts& parts, const RoomKind& kind);

/// The page of one room; @param errors of the form on it that names somebody.
[[nodiscard]] Result<pages::Shown> show_room(Record& record, const pages::Visit& visit, const RoomKind& kind,
                                             const web::FieldErrors& errors);
/// Who is named, with the form that names somebody.
[[nodiscard]] web::Html named_view(const pages::Visit& visit, const RoomKind& kind, const SeenRoom& room,
                                   const web::FieldErrors& errors);

}  // namespace steadfast::record::apart
