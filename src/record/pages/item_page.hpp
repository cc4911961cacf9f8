#pragma once

#include "record/pages/site.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::record::pages {

/// One field of an item in words. Empty words: nothing was recorded, which is said and never left blank.
struct FieldInWords {
    const Field* field = nullptr;
    std::string words;
    ledger::ItemId link;       ///< Where the field is another item.
};

/// What a version says about one child alone.
struct PartShown {
    ledger::SubjectId id;
    std::string name;                    ///< The child's.
    std::vector<FieldInWords> fields;    ///< Those that are declared about each, in the declaration's order.
    std::string unknown;
    bool is_destroyed = false;
};

/// One version of an item as it was saved.
struct VersionShown {
    std::uint32_t version = 0;
    ledger::Sequence seq = 0;
    ledger::Kind kind = ledger::Kind::saved;
    Instant recorded_at;
    std::string recorded_by;
    ledger::WorkerId by;
    bool is_from_import = false;
    bool is_destroyed = false;
    bool is_gone = false;
    std::string because;                 ///< Why this version was made, where somebody said.
    std::string withdrawn_because;       ///< Where this version withdrew it.
    std::string unreadable;              ///< The body and the long texts as they stand, where this release can't read them.
    std::vector<FieldInWords> fields;    ///< In the declaration's order.
    std::string unknown;                 ///< Members of a later release, as JSON text.
    std::vector<PartShown> about;        ///< Of the children whom the viewer may see, those about whom something is said alone.
    bool is_fit_for_each = false;        ///< Its author said that what it says of all may be read in the file of each.
    bool withholds_somebody = false;     ///< It is also about somebody whom the viewer may not see…
    bool withholds_shared = false;       ///< …and so what is said of all is not for them.
};

/// Somebody whom an item is about, as the entry names them. Without a name: the viewer may not see them.
struct AboutWhom {
    ledger::SubjectId id;
    std::string name;
};

/// That somebody disagrees with the item, beside it.
struct DisputeShown {
    ledger::ItemId item;
    std::optional<Date> said_on;
    std::string by_whom;
    std::string words;
    std::string answer;
};

struct ItemPage {
    ledger::ItemId id;
    const ItemType* type = nullptr;
    std::vector<SeenChild> children;     ///< Whom the viewer may see, each once.
    std::vector<AboutWhom> about;        ///< Everybody, in the entry's order.
    std::vector<VersionShown> versions;  ///< Latest first.
    bool is_withdrawn = false;
    std::vector<DisputeShown> disputes;  ///< Latest first.
};

/// Whether the latest version can be changed here. Not where it was recorded in error or destroyed, nor where this release does
/// not know the kind or the form of it: a save would lose what it can't read. What was put on the wrong child can be taken off all the same.
/// Nor where it is also about somebody whom the viewer may not see.
[[nodiscard]] Result<void> check_may_be_changed(const ItemPage& page);

/// Whether the latest version is this worker's own of a short while ago, and the one before it can stand again.
[[nodiscard]] bool may_be_undone(const ItemPage& page, ledger::WorkerId worker, Instant now);

/// One item with every version of it, read from the store.
/// @param codes left out of what goes to families and other agencies
[[nodiscard]] Result<ItemPage> item_page(Record& record, const SeenBook& book, ledger::ItemId id, Codes codes = Codes::beside);

/// The name of whoever recorded something, or "A worker who is not on record".
[[nodiscard]] std::string worker_name(const Book& book, ledger::WorkerId worker);

}  // namespace steadfast::record::pages
