#pragma once

#include "returns/judging/key_hash.hpp"
#include "returns/judging/plan.hpp"

namespace steadfast::returns {

/// Reads all files of an order into a plan: decodes them, tells their tables, and reads their rows. Refuses two files of
/// one table, and forms of two years.
/// @return the year that the forms' headers say, if one does
[[nodiscard]] Result<std::optional<int>> read_all(ImportOrder& order, Plan& plan, const KeyHasher& hasher);

/// "2c26b46b…": BLAKE2b-256 of some bytes in hexadecimal.
[[nodiscard]] std::string digest_of(std::string_view bytes);

}  // namespace steadfast::returns
