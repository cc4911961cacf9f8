#pragma once

#include "record/duty/duty.hpp"
#include "record/item/item_type.hpp"

#include <string_view>
#include <vector>

namespace steadfast::record {

class Record;
namespace pages {
struct PageParts;
}

/// What a folder of a room (src/practice/missing) plugs into the whole: one value, defined in the folder's slice.cpp
/// by `const record::Slice& slice_of_missing()`. The build finds it by the folder's name, so deleting the folder
/// deletes the feature and adding one touches nothing else.
struct Slice {
    std::string_view key;    ///< The folder's name: "missing".
    std::string_view name;   ///< In a practitioner's words: "Missing".
    std::vector<const ItemType*> items;
    std::vector<Period> periods = {};    ///< Times in a child's life that its items make, for the duties of any slice.
    std::vector<Duty> duties = {};
    /// Adds its routes, and its sections of the child's page, the first page and the bar (pages/page_parts.hpp).
    void (*add_pages)(Record& record, pages::PageParts& parts) = nullptr;
};

}  // namespace steadfast::record
