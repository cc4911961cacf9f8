#pragma once

#include "returns/judging/finding.hpp"
#include "returns/layout/given_row.hpp"
#include "returns/layout/recognise.hpp"
#include "returns/reading/limits.hpp"
#include "returns/reading/read_file.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace steadfast::returns {

/// What a file turned out to be.
struct FileFound {
    std::vector<std::uint16_t> tables;        ///< The tables that it holds, or could have held: an XML form has room for many.
    std::vector<std::string_view> absent;     ///< Columns of its table that a CSV file does not have.
    std::vector<std::vector<std::uint16_t>> absent_columns;   ///< The same by place in the layout, for each of `tables`.
    std::optional<int> year;                  ///< As its header says.
    std::vector<std::string> header;          ///< What else an XML form's header says: "LEA: 201".
    std::vector<std::string> unknown;         ///< Columns or elements that the return does not know.
};

/// Reads files into rows.
struct Reading {
    const ReturnLayout& layout;
    const Limits& limits;
    bool keep_unknown = false;                ///< Otherwise a file with columns that the return does not know is refused.
    TakeRow take;
    std::function<void(Finding)> find;
};

/// A CSV file of one table of any return.
[[nodiscard]] Result<FileFound> read_csv_table(const Reading& reading, std::uint16_t number, const ReadFile& file);
/// The XML form of the SSDA903 return (EXPSSDA903).
[[nodiscard]] Result<FileFound> read_ssda903_form(const Reading& reading, std::uint16_t number, const ReadFile& file);
/// The children in need census (Message).
[[nodiscard]] Result<FileFound> read_cin_census_form(const Reading& reading, std::uint16_t number, const ReadFile& file);

}  // namespace steadfast::returns
