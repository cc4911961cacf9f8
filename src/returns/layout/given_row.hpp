#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace steadfast::returns {

/// One cell as a file gave it, trimmed and not blank. Several codes in one field come one cell each.
struct GivenCell {
    std::uint16_t column = 0;   ///< In the table's layout.
    std::string_view text;
    std::uint32_t at = 0;       ///< Bytes from the beginning of the file.
};

/// A cell in a column or element that the return does not know, kept because the person said so.
struct UnknownCell {
    std::string_view column;
    std::string_view text;
    std::uint32_t at = 0;
};

/// One row of one table as a file gave it, whatever the file's form. What it points to lives only during the call.
struct GivenRow {
    static constexpr std::uint32_t no_row = 0xffffffff;

    std::uint16_t table = 0;
    std::uint16_t file = 0;
    std::uint32_t at = 0;
    std::uint32_t within = no_row;      ///< The row that it stands in: the referral of an assessment.
    GivenCell child;                    ///< Whose row it is; its column means nothing.
    GivenCell born;                     ///< The birth date that stands beside it; blank where none does.
    std::span<const GivenCell> cells;
    std::span<const UnknownCell> unknown;
};

/// Takes rows as they are read and numbers them from 0. Refuses when there are too many.
using TakeRow = std::function<Result<std::uint32_t>(const GivenRow&)>;

}  // namespace steadfast::returns
