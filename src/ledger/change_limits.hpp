#pragma once

#include "base/result.hpp"
#include "ledger/entry.hpp"

namespace steadfast::ledger {

inline constexpr std::size_t most_subjects = 1'000;
inline constexpr std::size_t longest_type = 64;
inline constexpr std::size_t longest_body = 4 * 1024 * 1024;        ///< Bytes of one part's body or narrative.
inline constexpr std::size_t longest_change = 16 * 1024 * 1024;     ///< Bytes of all parts together.
inline constexpr std::size_t longest_doing = 200;                   ///< Bytes of an access line's `what`.

/// Refused (invalid) where a change could not be recorded whatever the record already holds: no item or nobody who records
/// it, a type misspelt, a subject twice or too many, parts that do not match the subjects, texts too long, not UTF-8 or
/// not JSON objects.
[[nodiscard]] Result<void> check_change(const Change& change);
[[nodiscard]] Result<void> check_access_line(const AccessLine& line);

[[nodiscard]] std::size_t size_of(const Change& change);   ///< Bytes of its texts.

}  // namespace steadfast::ledger
