#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// One of the few events that tell a child's story, chosen by somebody, with what it meant for the child. It may point to where
/// the event is recorded in full, or stand alone: what happened before the council knew the child is recorded nowhere else.
struct KeyEvent {
    When happened;
    std::string what;
    std::string meaning;
    record::Link<KeyEvent> told_by;   ///< The item of any type that tells it in full; none where it stands alone.
};

/// The longest text of either, in bytes: it is a line in a story, not the story.
constexpr std::size_t longest_of_key_event = 1'000;

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::KeyEvent>();
