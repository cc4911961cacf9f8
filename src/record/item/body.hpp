#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"
#include "record/item/item_type.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// An item's content apart from any struct: what its JSON bodies say.
struct Content {
    Values values;             ///< One for each field of the declaration.
    std::string unknown;       ///< Members that this release has no field for, as JSON text: "\"a\":1,\"b\":2". Kept on save.
    std::string unknown_texts = {};   ///< The same among the long texts, which stay apart.
    bool is_gone = false;      ///< A refiled return no longer has the row that this came from.
    /// The author's word that what is said of all may be read in the file of each: shown even to who may not see the others.
    bool is_fit_for_each = false;
    std::string because = {};  ///< Why this version was made: what a correction puts right, why it was moved. Of this version alone.
    std::vector<Content> about = {};  ///< Empty, or for each subject, in the entry's order, what stands in the part about them alone.
};

/// The shared part of an item: its structured fields in the declaration's order, its narratives apart.
/// Fields about each subject are left out; they stand in write_part_about.
[[nodiscard]] ledger::Part write_shared(const ItemType& type, const Content& content);
/// The part about one subject: only the fields that are declared so. Empty where nothing is recorded.
[[nodiscard]] ledger::Part write_part_about(const ItemType& type, const Content& about);

/// Reads what write_shared or write_part_about wrote, of this release or an older one: a body of an earlier shape as it would be
/// written today. Refuses what is not a JSON object, holds a value that its field can't, or has a shape that only a later
/// release knows: then the entry is shown as its text and nothing is lost.
[[nodiscard]] Result<Content> read_part(const ItemType& type, const ledger::Part& part);

/// The shared part and the parts about each subject. Refused where one of them can't be read. What was destroyed is empty.
[[nodiscard]] Result<Content> read_entry(const ItemType& type, const ledger::Entry& entry);

/// The same part with why this version of it was made in place of what stood there; nothing where nobody says.
[[nodiscard]] ledger::Part with_because(ledger::Part part, std::string_view because);

/// Appends text as a JSON string, quotes included.
void append_json_string(std::string& out, std::string_view text);

}  // namespace steadfast::record
