#include "returns/judging/cell.hpp"
#include "returns/layout/read_tables.hpp"
#include "returns/reading/csv.hpp"
#include "returns/reading/lines.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace steadfast::returns {
namespace {

Result<Recognised> read_header(const Reading& reading, CsvReader& rows) {
    const auto header = rows.next();
    if (!header) return refuse(header.error());
    if (header->empty()) return refuse(Refusal::Kind::invalid, "It is empty.", "Export it again, or leave it out.");
    std::vector<std::string_view> names;
    for (const CsvCell& cell : *header) names.push_back(trimmed(cell.text));
    auto recognised = recognise(reading.layout, names);
    if (!recognised) return recognised;
    if (const auto unknown = recognised->unknown(); !unknown.empty() && !reading.keep_unknown)
        return refuse(
            Refusal::Kind::invalid,
            fmt::format("The table {} of the {} has no column {}.", reading.layout.tables[recognised->table].table,
                        name_of(reading.layout.of), fmt::join(unknown, ", ")),
            "Take the column out, or import with --keep-unknown: then what it holds is kept with each row as it is given.");
    return recognised;
}

/// A row as its file's columns see it, its memory used again for the next.
struct RowCells {
    std::vector<GivenCell> cells;
    std::vector<UnknownCell> unknown;
};

/// Sorts a row's cells by what its columns are. False where there are more or fewer than the header has.
bool sort_cells(std::span<const CsvCell> csv, const Recognised& recognised, GivenRow& row, RowCells& into) {
    into.cells.clear();
    into.unknown.clear();
    row.child = {};
    row.born = {};
    if (csv.size() < recognised.columns.size()) return false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const std::string_view text = trimmed(csv[i].text);
        if (text.empty()) continue;
        if (i >= recognised.columns.size()) return false;
        const FileColumn& column = recognised.columns[i];
        switch (column.use) {
            case FileColumn::Use::child: row.child = {0, text, csv[i].at}; break;
            case FileColumn::Use::born: row.born = {0, text, csv[i].at}; break;
            case FileColumn::Use::of_table: into.cells.push_back({column.column, text, csv[i].at}); break;
            case FileColumn::Use::unknown: into.unknown.push_back({column.name, text, csv[i].at}); break;
            case FileColumn::Use::empty: return false;   // A column without a name may stand there, but not hold anything.
        }
    }
    row.cells = into.cells;
    row.unknown = into.unknown;
    return true;
}

tl::unexpected<Refusal> refuse_cut(const ReadFile& file, std::size_t row_at) {
    return refuse(Refusal::Kind::invalid,
                  fmt::format("It ends in the middle of line {}: it was cut, and how much is missing can't be seen.", Lines(file.text).position(row_at).line),
                  "Export or copy the file again.");
}

/// Columns that a reader of the file would miss: not those that only the XML form has.
std::vector<std::string_view> worth_saying(const std::vector<std::string_view>& absent) {
    std::vector<std::string_view> columns;
    std::copy_if(absent.begin(), absent.end(), std::back_inserter(columns),
                 [](std::string_view name) { return name != "UASC" && name != "PL"; });
    return columns;
}

}  // namespace

Result<FileFound> read_csv_table(const Reading& reading, std::uint16_t number, const ReadFile& file) {
    CsvReader rows(file.text, reading.limits);
    auto recognised = read_header(reading, rows);
    if (!recognised) return refuse(recognised.error());
    const TableLayout& table = reading.layout.tables[recognised->table];
    const auto child_column = table.is_person ? table.column(reading.layout.child_column) : std::nullopt;
    const auto born_column = table.is_person ? table.column(reading.layout.born_column) : std::nullopt;

    GivenRow row;
    row.table = recognised->table;
    row.file = number;
    RowCells cells;
    for (;;) {
        const auto csv = rows.next();
        if (!csv) return refuse(csv.error());
        if (csv->empty()) break;
        row.at = static_cast<std::uint32_t>(rows.row_at());
        if (!sort_cells(*csv, *recognised, row, cells)) {
            if (csv->size() < recognised->columns.size() && rows.ended_within_row()) return refuse_cut(file, rows.row_at());
            reading.find({Reason::wrong_number_of_cells, number, row.table, Finding::none, row.at,
                          fmt::format("{} cells, {} columns", csv->size(), recognised->columns.size())});
            continue;
        }
        for (const GivenCell& cell : row.cells) {
            if (cell.column == child_column) row.child = cell;
            if (cell.column == born_column) row.born = cell;
        }
        if (const auto taken = reading.take(row); !taken) return refuse(taken.error());
    }

    FileFound found;
    found.tables = {recognised->table};
    found.absent = worth_saying(recognised->absent);
    found.unknown = recognised->unknown();
    auto& absent = found.absent_columns.emplace_back();
    for (const auto name : recognised->absent) absent.push_back(*table.column(name));
    return found;
}

}  // namespace steadfast::returns
