#pragma once

#include "record/item/body.hpp"
#include "record/pages/item_form.hpp"
#include "record/pages/site.hpp"

#include <string>
#include <string_view>
#include <vector>

// What every room needs that lays out a form of its own for something about several children, each with a part of their own: a plan, a
// meeting. And how such a thing is opened again, for who may see some of them and not others.
namespace steadfast::record::pages {

/// One child whom something is about, with what it says of them alone.
struct SeenPart {
    SeenChild child;
    Values values;    ///< Only the fields about each mean anything.
};

/// Something about several children as one viewer may read it.
struct SeenItem {
    ledger::ItemId id;
    std::uint32_t version = 0;
    Content content;
    std::vector<SeenPart> children;          ///< Whom the viewer may see.
    std::vector<ledger::SubjectId> about;    ///< Everybody, in the entry's order.
    bool is_seen_whole = false;              ///< The viewer may see everybody in it. Otherwise it was marked as fit to be read by each, and they change nothing of it.

    [[nodiscard]] std::vector<SeenChild> seen_children() const;
    [[nodiscard]] std::vector<std::string> names() const;
};

/// Refused as not found, with that sentence, where there is no such item of the type, where it was recorded in error, or where the
/// viewer may see nobody whom it is about.
[[nodiscard]] Result<SeenItem> seen_item(Record& record, const SeenBook& book, const ItemType& type, ledger::ItemId id, std::string_view not_found);
/// The refusal where it is to be changed and is also about somebody whom the viewer may not see: they would change what they can't read.
[[nodiscard]] Refusal not_seen_whole(std::string_view what);

/// The form of a new one on a child's page. @param not_asked fields that another page asks for.
[[nodiscard]] ItemForm form_about_several(const Visit& visit, const ItemType& type, const SeenChild& first, web::Link action, web::Link back, std::vector<std::string_view> not_asked);
/// Fills in from what is typed whom it may be about, and says under the button whose files it will be in.
void offer_children(const Visit& visit, const SeenChild& first, ItemForm& form);
/// The children whom the form is about: the first, and whoever is ticked.
[[nodiscard]] std::vector<SeenChild> chosen_children(const Visit& visit, const SeenChild& first, const ItemForm& form);
/// Reads the form by its type's declaration; errors stand at their fields. What it does not ask for stays as it is recorded.
[[nodiscard]] Content read_about_several(ItemForm& form, const std::vector<SeenChild>& children, const Content* recorded);

/// Puts a day into a date input that nobody has typed in yet.
void type_day(web::Fields& typed, std::string_view name, Date day);
/// The child in the address.
[[nodiscard]] Result<SeenChild> asked_child(const Visit& visit);

}  // namespace steadfast::record::pages
