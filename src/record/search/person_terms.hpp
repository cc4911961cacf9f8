#pragma once

#include "record/book/book.hpp"
#include "record/search/term.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// Takes one term at a time; the text lives only during the call.
using TermSink = std::function<void(const std::string& text, TermSource source)>;

/// Whether items of a type say anything that a person can be found by.
[[nodiscard]] bool is_searched(const ItemType& type);
/// The same by the type's key, as an entry has it.
[[nodiscard]] bool is_searched(std::string_view type_key);

/// What one row says that somebody can be found by.
/// @param is_merged the row is a person's own, of a record that was merged into another: its names are then so called.
void add_terms_of(const Found& found, bool is_merged, const TermSink& sink);

/// Days since 1970 that order people by age: the day of birth, or the one expected; INT32_MIN where neither is recorded.
[[nodiscard]] std::int32_t birth_of(const Found& person);

}  // namespace steadfast::record
