#pragma once

#include "record/item/item_type.hpp"
#include "returns/layout/table_layout.hpp"

#include <vector>

namespace steadfast::returns {

/// What the record would hold once a row is taken.
struct Merged {
    record::Values values;
    bool differs = false;      ///< From what the record holds now.
    bool keeps_more = false;   ///< The record has something where the row is blank, and keeps it.
};

/// Puts a row's values over those of the item that it is about. Fields that the file has no column for stay as they are;
/// so does a code that means the same in another year's spelling. A blank cell empties its field, except about the child
/// themselves: several returns describe a child, and one that leaves something out does not unsay what another said.
/// A pupil number replaces the reason why there was none; a reason does not take a known number away.
[[nodiscard]] Merged merge(const TableLayout& table, const std::vector<bool>& provided, const record::Values& held,
                           const record::Values& given);

/// Whether two values of a field mean the same.
[[nodiscard]] bool same_value(const record::Field& field, const record::Value& a, const record::Value& b);

}  // namespace steadfast::returns
