#pragma once

#include "record/pages/item_form.hpp"
#include "record/pages/item_page.hpp"

#include <functional>
#include <optional>

namespace steadfast::record::pages {

/// What comes of a form that was sent after somebody else had saved what it was begun from.
struct TwoTexts {
    std::uint32_t now_there = 0;         ///< The version that both texts were put together with: the save starts from it.
    std::optional<Content> settled;      ///< What is to be saved; none while somebody must choose.
    Page page;                           ///< Both texts beside each other, and what to choose.
};

/// Reads a form over what stood on the record when it was begun, so that what it does not ask for stays as it was then.
/// @param theirs what stands there now, for a form that asks about each child only where something is said of one
using ReadOver = std::function<Content(ItemForm& form, const Content& begun_from, const Content& theirs)>;

/// Puts a form together with what somebody else saved meanwhile. What only one of them changed is taken from that one; where both
/// changed something the form says which is to stand, once it has been asked. What the form leaves out is the other's.
/// @param now sees the record as it is now
/// @param item the same, as `now` sees it
[[nodiscard]] Result<TwoTexts> two_texts(Record& record, const Visit& now, const ItemPage& item, const ItemForm& form, const ReadOver& read);

/// The same visit, looking at the record as it has become meanwhile.
[[nodiscard]] Visit as_it_is_now(Record& record, const Visit& visit);

}  // namespace steadfast::record::pages
