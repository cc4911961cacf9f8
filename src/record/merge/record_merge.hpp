#pragma once

#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// That two records were of one person and were joined. About the one kept and the other, in this order. What joins them is the
/// ledger's own entry (ledger::Kind::merged); this says why, and what taking it back must put back.
struct RecordMerge {
    Narrative because;
    std::string joining_item;                       ///< The item of the ledger's entry, hexadecimal.
    std::optional<std::int32_t> version_before;     ///< The kept person's version where facts were taken over from the other; none where not.
    std::optional<std::int32_t> version_after;
    std::optional<Date> undone_on;
    Narrative undone_because;
};

template <>
const ItemType& type_of<RecordMerge>();

/// What somebody decided about two records.
struct MergeAsked {
    ledger::SubjectId kept;
    ledger::SubjectId other;
    std::vector<std::string_view> facts_of_other;   ///< Keys of a person's fields that are taken over from the other.
    std::string because;
    ledger::IdempotencyKey key;
};

/// The keys of the facts in which two people's records differ and the other one has something.
[[nodiscard]] std::vector<std::string_view> differing_facts(const SeenChild& one, const SeenChild& other);

/// Joins two records, all at once. Nothing that was recorded is changed: whoever looks for the other finds the one kept, with
/// what both records hold. Refused where somebody may not see both (a record behind an
/// adoption seal never), where they are joined already, or without a reason.
[[nodiscard]] Result<void> merge_records(Record& record, const SeenBook& book, const MergeAsked& asked, Instant now);

/// A merge as it stands on record.
struct MergeOnRecord {
    ledger::ItemId item;
    RecordMerge merge;               ///< Without its narratives.
    ledger::SubjectId kept;
    ledger::SubjectId other;
    ledger::WorkerId by;
    std::uint32_t version = 0;
};
/// Every merge that a child's record was part of, undone ones too, the latest first.
[[nodiscard]] std::vector<MergeOnRecord> merges_of(const SeenBook& book, const SeenChild& child);

/// Takes a merge back exactly: each has again what was recorded about them. Facts that were taken over go back where nobody has
/// changed them since; where somebody has they stay, and `kept_facts_stay` says so. Refused where they may not see it.
struct Unmerged {
    bool kept_facts_stay = false;
};
[[nodiscard]] Result<Unmerged> unmerge_records(Record& record, const SeenBook& book, const MergeOnRecord& merge, std::string because, ledger::IdempotencyKey key,
                                               Instant now);

}  // namespace steadfast::record
