#pragma once

#include "base/result.hpp"
#include "returns/reading/limits.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::returns {

/// One cell of a row: its text, without quotes, and where it begins in the file.
struct CsvCell {
    std::string_view text;   ///< Lives until the next row is read.
    std::uint32_t at = 0;
};

/// Reads a CSV table (RFC 4180) row by row. Lines may end with CRLF, LF or CR; quoted cells may hold commas, doubled
/// quotes and line breaks. Rows with nothing in them are passed over.
class CsvReader {
public:
    CsvReader(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

    /// The next row; an empty span at the end. Refuses a row past the limits, a quote that is never closed, and text
    /// after a closing quote, naming line and column.
    [[nodiscard]] Result<std::span<const CsvCell>> next();
    [[nodiscard]] std::size_t row_at() const { return row_at_; }   ///< Where the last row began.
    /// Whether the text ended with the last row, without a line's end: programs that write tables seldom do that.
    [[nodiscard]] bool ended_within_row() const { return at_ >= text_.size() && !text_.ends_with('\n') && !text_.ends_with('\r'); }

private:
    [[nodiscard]] Result<void> read_row();
    [[nodiscard]] Result<void> read_quoted();
    [[nodiscard]] tl::unexpected<Refusal> refuse_at(std::size_t at, std::string says, std::string what_to_do) const;

    std::string_view text_;
    const Limits& limits_;
    std::size_t at_ = 0;
    std::size_t row_at_ = 0;
    std::vector<CsvCell> cells_;
    std::deque<std::string> unquoted_;   // Texts of this row that had doubled quotes in them.
};

}  // namespace steadfast::returns
