#pragma once

#include "base/result.hpp"
#include "law/years.hpp"
#include "record/book/book.hpp"
#include "record/item/body.hpp"
#include "returns/judging/finding.hpp"
#include "returns/judging/neighbouring_ids.hpp"
#include "returns/layout/table_layout.hpp"
#include "returns/reading/limits.hpp"
#include "returns/reading/read_file.hpp"
#include "returns/reading/source_file.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace steadfast::returns {

/// What became of a row.
enum class Verdict : std::uint8_t {
    undecided,
    rejected,
    waiting,
    added,       ///< A new item.
    changed,     ///< A new version of an item that is there.
    unchanged,
    repeated,    ///< The same row stands in the file before it.
    left_out,    ///< A person decided earlier that the row is not taken.
};

/// A keyed hash of a natural key: 128 bits under a key of this run, so that no file can make two keys meet.
struct KeyHash {
    std::array<std::uint8_t, 16> bytes{};
    friend auto operator<=>(const KeyHash&, const KeyHash&) = default;
};

/// A row of a file, judged.
struct PlannedRow {
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t at = 0;
    std::uint32_t child = none;
    std::uint32_t within = none;      ///< The row that it stands in.
    std::uint32_t existing = none;    ///< Its item's row in the Book's table.
    std::uint16_t file = 0;
    std::uint16_t table = 0;
    Verdict verdict = Verdict::undecided;
    Reason waits_for = Reason::child_waits;
    char sex = 0;                     ///< 'M', 'F', or 0 where it does not say or does not know.
    bool was_asked = false;           ///< It waits, and the question about it stands in the record already.
    std::optional<Date> born;
    When happened;
    KeyHash key;
    ledger::ItemId item;              ///< The item that it is or becomes.
    std::string body;                 ///< What it gives, as the item's JSON body.
};

/// A child whose number stands in the files.
struct PlannedChild {
    std::string number;
    ledger::SubjectId subject;               ///< The person in the record, or the one to be.
    std::uint32_t existing = PlannedRow::none;   ///< The person's row in the Book's table.
    std::uint32_t described_by = PlannedRow::none;
    std::optional<Date> born;                ///< As the files say it.
    char sex = 0;
    std::optional<Reason> waits_for;         ///< All rows of this child wait.
    bool is_made = false;                    ///< A person is made of the number and birth date alone.
};

/// An item that an earlier file of the same year had and this one has not.
struct PlannedGone {
    std::uint16_t table = 0;
    std::uint32_t existing = PlannedRow::none;
    ledger::ItemId item;
    bool waits = false;      ///< A person changed it since: it stays until somebody has looked.
    bool was_asked = false;
};

/// A row that is new while an item nearly the same is no longer there.
struct PlannedProposal {
    std::uint32_t row = 0;
    std::uint32_t existing = 0;
    ledger::ItemId item;
    bool was_asked = false;
};

/// The reconciliation of one table: read = added + changed + unchanged + repeated + left_out + rejected + waiting.
struct TableCounts {
    std::size_t read = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t repeated = 0;
    std::size_t left_out = 0;
    std::size_t gone = 0;
    std::size_t rejected = 0;
    std::size_t waiting = 0;

    TableCounts& operator+=(const TableCounts& other);
};

/// How far a long piece of work has come. Called often; cheap to ignore.
using Progress = std::function<void(std::string_view phase, std::size_t done, std::size_t of)>;

/// What somebody asks to be imported.
struct ImportOrder {
    Return of = Return::ssda903;
    std::vector<SourceFile> files;
    std::optional<int> year;  ///< The return year by the calendar year in which it ends; otherwise as the files say or show.
    bool keep_unknown =
        false;  ///< Keeps columns that the return does not know as they are given; otherwise they refuse their file.
    bool accept_gone = false;  ///< Otherwise files that lack most of what an earlier file of the same year had are refused.
    Limits limits;
    Progress progress;
};

/// What an import would do, judged whole: nothing of it has been recorded yet.
struct Plan {
    ReturnLayout layout;
    law::ReturnYear year{2000};
    bool year_was_given = false;
    std::vector<ReadFile> files;
    std::vector<std::uint16_t> table_of_file;  ///< Of a CSV file; of a form, Finding::none.
    std::vector<bool> has_table;  ///< By table: the files have it, or have room for it.
    std::vector<std::vector<bool>> provided;  ///< By table and field: the files say something about it, if only that it is blank.
    std::vector<PlannedChild> children;
    std::vector<PlannedRow> rows;
    std::vector<PlannedGone> gone;
    std::vector<PlannedProposal> proposals;
    std::vector<ledger::ItemId> overtaken;  ///< Questions of earlier files of this year that these files no longer ask.
    std::vector<Finding> findings;
    std::vector<TableCounts> counts;  ///< By table.
    std::vector<std::string> remarks;  ///< Sentences to say aloud: how a file is written, which year was taken and why.
    std::vector<std::string> headers;  ///< What the forms' headers say.
    std::vector<ledger::ItemId> covered;  ///< Items that the files have and that this import does not save.
    NeighbouringIds people_ids;  ///< Of the people to be, and apart from them the items to be.
    NeighbouringIds item_ids;
    std::uint32_t people_made = 0;  ///< Children without a row that describes them, made from number and birth date.
    bool adds_nothing = false;  ///< The same files were imported before, and nothing is different.
};

}  // namespace steadfast::returns
