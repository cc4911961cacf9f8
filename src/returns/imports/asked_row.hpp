#pragma once

#include "record/record.hpp"
#include "returns/imports/import_question.hpp"
#include "returns/judging/finding.hpp"
#include "returns/layout/table_layout.hpp"

#include <optional>
#include <vector>

namespace steadfast::returns {

/// A question opened against the record as it is now: what the row gives, whose it is, and what it would be put over.
/// Whoever shows one must first ask as somebody whether they may see all of it.
struct AskedRow {
    const record::Book* book = nullptr;        ///< As it was opened against; must outlive this.
    ledger::ItemId question;
    std::uint32_t version = 0;                 ///< Of the question.
    std::vector<ledger::SubjectId> subjects;   ///< Whom the question is about; nobody where the child was not on record.
    ImportQuestion asks;
    ReturnLayout layout;
    std::optional<std::uint16_t> table_number;  ///< None where this release knows no such table.
    record::Content given;                     ///< What the row gives; no values where a row is gone or can't be read.
    std::vector<bool> provided;                ///< By field: the file has a column for it.
    std::vector<ledger::SubjectId> children;   ///< Those on record under the row's number: more than one must be merged first.
    std::optional<record::Found> held;         ///< The item that taking the row would change.
    record::Values taken;                      ///< What that item would hold then; empty where there is none.

    [[nodiscard]] const TableLayout* table() const { return table_number ? &layout.tables[*table_number] : nullptr; }
    [[nodiscard]] Reason why() const;
    [[nodiscard]] bool waits() const { return !asks.answer.is_recorded(); }
    [[nodiscard]] bool is_gone() const { return why() == Reason::gone_but_edited; }
    [[nodiscard]] bool has_row() const { return !given.values.empty(); }
    /// The referral or plan that the row belongs to; none where it belongs to nothing.
    [[nodiscard]] ledger::ItemId belongs_to() const;
    /// What the row belongs to is not on record: it waits itself, or was left out.
    [[nodiscard]] bool belongs_to_waiting() const;
    /// The version of `held`; 0 where there is none. Whoever answers says which they saw.
    [[nodiscard]] std::uint32_t held_version() const { return held ? held->head().version : 0; }
};

/// Opens a question. Refuses what is none.
[[nodiscard]] Result<AskedRow> asked_row(record::Record& record, const record::Book& book, ledger::ItemId question);

}  // namespace steadfast::returns
