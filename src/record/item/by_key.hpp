#pragma once

#include "record/book/book.hpp"

namespace steadfast::record {

// What one slice must know of an item that another slice declares: slices do not include each other, and a field's key is for ever.
// A key that the type does not declare is a fault, and throws.

[[nodiscard]] Value value_by_key(const ItemType& type, const Values& values, std::string_view key);
[[nodiscard]] Value value_by_key(const Found& found, std::string_view key);   ///< This one column alone; of one about each, what it says of whom it was found by.
void set_by_key(const ItemType& type, Values& values, std::string_view key, Value value);

/// The day that a field holds; none where it holds none.
[[nodiscard]] std::optional<Date> day_by_key(const Found& found, std::string_view key);
/// In the words of a page; empty where nothing was recorded.
[[nodiscard]] std::string words_by_key(const Found& found, std::string_view key);

}  // namespace steadfast::record
