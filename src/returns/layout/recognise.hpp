#pragma once

#include "base/result.hpp"
#include "returns/layout/table_layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::returns {

/// What each column of a CSV file is, once its table is known.
struct FileColumn {
    enum class Use : std::uint8_t { child, born, of_table, unknown, empty };
    Use use = Use::unknown;
    std::uint16_t column = 0;   ///< In the table's layout, where it is of the table.
    std::string name;           ///< As the file has it.
};

struct Recognised {
    std::uint16_t table = 0;
    std::vector<FileColumn> columns;
    std::vector<std::string_view> absent;    ///< Columns of the table that the file does not have.
    [[nodiscard]] std::vector<std::string> unknown() const;
};

/// Tells by its header row which table a file is, whatever the file is called: the one of whose columns it has most, and
/// among equals the one that lacks fewest. Case, spaces and underscores don't matter. Refuses a row that could be two
/// tables or is none, and a column that stands there twice.
[[nodiscard]] Result<Recognised> recognise(const ReturnLayout& layout, std::span<const std::string_view> header);

}  // namespace steadfast::returns
