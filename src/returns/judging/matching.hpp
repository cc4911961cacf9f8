#pragma once

#include "returns/imports/asked_questions.hpp"
#include "returns/imports/earlier_imports.hpp"
#include "returns/judging/key_hash.hpp"
#include "returns/judging/people.hpp"
#include "returns/judging/plan.hpp"

#include <unordered_map>

namespace steadfast::returns {

/// What matching asks of the record.
struct Matching {
    Plan& plan;
    const record::Book& book;
    const KeyHasher& hasher;
    const AskedQuestions& asked;
    const EarlierImports& earlier;
    const WaitingTables& waiting;
    const std::vector<ledger::ItemId>& covered_after;   ///< Items that a later year's return had; sorted.
};

/// Matches the rows of one table to the items of its type by their natural keys, and decides what becomes of each row.
///
/// Where several rows of a child have one key, the same row counts once; of rows that differ, each keeps the item whose
/// content it has, and what is left is paired in the order of the file and of the record. So a second run of the same
/// files pairs every row with its own item again, and a file may list two placements that began on one day.
/// The rows that a row stands in must have been matched before.
class TableMatcher {
public:
    TableMatcher(const Matching& with, std::uint16_t table);

    [[nodiscard]] Result<void> match(std::span<const std::uint32_t> rows);
    /// The items of the type that some row of the files is about, by their row in the Book's table.
    [[nodiscard]] const std::vector<bool>& touched() const { return touched_; }

private:
    struct Keyed {
        KeyHash key;
        std::uint32_t number = 0;   ///< Of a planned row, or of a row of the Book's table.
        bool is_held = false;
        friend bool operator<(const Keyed& a, const Keyed& b) {
            if (a.key != b.key) return a.key < b.key;
            if (a.is_held != b.is_held) return a.is_held;
            return a.number < b.number;
        }
    };
    void make_ready(std::uint32_t number);
    void set_in_body(PlannedRow& row, bool with_link);
    [[nodiscard]] bool must_wait(PlannedRow& row, Reason reason, const ledger::ItemId& about);
    void add_held();
    [[nodiscard]] Result<void> match_group(std::span<const Keyed> group);
    [[nodiscard]] Result<void> match_person(std::uint32_t number);
    void drop_repeats(std::vector<std::uint32_t>& rows);
    [[nodiscard]] Result<void> pair(PlannedRow& row, std::uint32_t held);
    [[nodiscard]] Result<bool> unknown_differs(const PlannedRow& row, const record::Content& given, std::uint32_t held) const;
    [[nodiscard]] Result<bool> would_undo_an_edit(std::uint32_t held, const record::Values& merged) const;
    [[nodiscard]] record::Content given_by(const PlannedRow& row) const;

    const Matching& with_;
    std::uint16_t number_;
    const TableLayout& table_;
    const record::Table* held_;
    std::vector<Keyed> keyed_;
    std::vector<bool> touched_;
    std::unordered_map<ledger::SubjectId, std::uint32_t> children_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> repeats_;   // A row, and the row before it that says the same.
};

}  // namespace steadfast::returns
