#pragma once

#include "record/item/field.hpp"
#include "returns/judging/finding.hpp"

#include <string_view>
#include <tl/expected.hpp>

namespace steadfast::returns {

/// Reads one cell, trimmed and not blank, as its field is declared. A code that its set does not have is kept as given.
[[nodiscard]] tl::expected<record::Value, Reason> read_cell(const record::Field& field, std::string_view text);

/// "31/03/2026" as the 903 writes it or "2026-03-31" as XML does; a time of midnight and a zone after it are passed over.
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

/// Without spaces, tabs, line ends and no-break spaces at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

inline constexpr std::size_t longest_code = 40;    ///< Bytes. The longest code of any set has 7.
inline constexpr std::size_t longest_text = 400;   ///< Bytes. The longest text of a return is a worker's or school's number.

}  // namespace steadfast::returns
