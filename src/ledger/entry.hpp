#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/when.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::ledger {

/// One thing that is recorded: a visit, a plan, a person. An entry is one version of it.
using ItemId = Id<struct ItemTag>;
/// Whom (or what) an item is about. A person's SubjectId has the same bits as the ItemId of the item that describes them.
using SubjectId = Id<struct SubjectTag>;
/// Who recorded it: the same bits as the ItemId of the worker's own item.
using WorkerId = Id<struct WorkerTag>;
/// Chosen by whoever asks, so that asking twice does it once.
using IdempotencyKey = Id<struct IdempotencyKeyTag>;
/// An import (or other bulk work) whose entries count only from its closing entry on: the ItemId of the import's own item.
using BatchId = Id<struct BatchTag>;

/// 1 is the first entry ever; 0 is "before everything".
using Sequence = std::uint64_t;
using Digest = std::array<std::uint8_t, 32>;  ///< BLAKE2b-256.
using Salt = std::array<std::uint8_t, 16>;

/// What an entry does to its item. The numbers are in every hash and never change.
enum class Kind : std::uint8_t {
    saved = 1,
    withdrawn = 2,          ///< Recorded in error, with a reason: gone from every page, duty and return.
    moved = 3,              ///< To other children; the versions before it are for information governance alone.
    merged = 4,
    unmerged = 5,
    destroyed = 6,          ///< Lawful destruction of parts of earlier entries.
    batch_closed = 7,       ///< From here on the entries of the batch that this item is count.
    batch_struck_out = 8,   ///< They never count.
};

/// What one reader group may see: the shared part of an entry, or the part about one subject alone.
struct Part {
    std::string body;       ///< A JSON object of the structured fields; empty where there is no such part.
    std::string narrative;  ///< A JSON object of the long texts; empty where there are none. Not held in memory by the Book.

    [[nodiscard]] bool is_empty() const { return body.empty() && narrative.empty(); }
    friend bool operator==(const Part&, const Part&) = default;
};

/// What somebody asks the ledger to append.
struct Change {
    Kind kind = Kind::saved;
    ItemId item;
    std::uint32_t starts_from = 0;     ///< The version it was written from; 0 for a new item.
    std::string type;                  ///< The item type's key: "looked_after_review". Lower case, digits and "_", at most 64.
    std::vector<SubjectId> subjects;   ///< At most 1,000, none twice.
    When happened;
    WorkerId recorded_by;
    IdempotencyKey key;                ///< None for a batch's entries.
    BatchId batch;                     ///< None for a save by a person.
    Part shared;
    std::vector<Part> parts;           ///< Empty, or one for each subject in the same order.
};

/// A part as it is kept: salted, so that its digest says nothing about it once body and salt are destroyed.
struct KeptPart {
    Salt salt{};
    Digest digest{};   ///< All zero where there never was such a part.
    Part part;
    bool destroyed = false;
};

/// An entry whole, as it is appended and verified.
struct Entry {
    Sequence seq = 0;
    Kind kind = Kind::saved;
    ItemId item;
    std::uint32_t version = 0;         ///< 1 for the item's first entry.
    std::string type;
    std::vector<SubjectId> subjects;
    When happened;                     ///< Belongs to the shared part: its digest covers it, and it is destroyed with it.
    Instant recorded_at;
    WorkerId recorded_by;
    IdempotencyKey key;
    BatchId batch;
    KeptPart shared;
    std::vector<KeptPart> parts;       ///< Empty where no subject has a part of their own; otherwise one for each subject.
    Digest previous_hash{};
    Digest hash{};
};

/// Whether an entry (or a change) ends a batch: the one that its own item is.
template <class EntryOrChange>
[[nodiscard]] bool ends_batch(const EntryOrChange& entry) {
    return entry.kind == Kind::batch_closed || entry.kind == Kind::batch_struck_out;
}

/// The batch that an entry belongs to or ends; none where it has to do with none.
template <class EntryOrChange>
[[nodiscard]] BatchId batch_of(const EntryOrChange& entry) {
    return ends_batch(entry) ? BatchId(entry.item.bytes()) : entry.batch;
}

/// An entry as a long scan shows it: everything but narratives, salts and digests. What it points to lives
/// only during the call, except `type`, which lives as long as the store.
struct EntryView {
    Sequence seq = 0;
    Kind kind = Kind::saved;
    ItemId item;
    std::uint32_t version = 0;
    std::string_view type;
    std::span<const SubjectId> subjects;
    When happened;
    Instant recorded_at;
    WorkerId recorded_by;
    BatchId batch;
    std::string_view body;                     ///< The shared part's; empty where destroyed.
    std::span<const std::string_view> bodies;  ///< Empty, or one for each subject.
};

/// Who saw or saved what about whom. One line a page.
struct AccessLine {
    Instant at;
    WorkerId who;
    std::string what;                  ///< What was done, without names or numbers: "child's page", "saved visit".
    std::vector<SubjectId> children;
    ItemId item;                       ///< None where the page is about no one item.
};

}  // namespace steadfast::ledger
